package com.byajbook.localstack.sandbox.upi;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.localstack.sandbox.http.Reply;
import com.byajbook.localstack.sandbox.http.Request;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

final class SettlementFileTest {
    private final Timers timers = new Timers("test");
    private final Clock anyTime = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private final Webhooks webhooks = new Webhooks("test", timers, new WebhookSignature("secret"), anyTime);

    @AfterEach
    void stop() {
        webhooks.dispose();
        timers.dispose();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01T18:29:59.999Z, 2025-03-01, 1",
        "2025-03-01T18:29:59.999Z, 2025-03-02, 0",
        "2025-03-01T18:30:00Z,     2025-03-01, 0",
        "2025-03-01T18:30:00Z,     2025-03-02, 1"
    })
    void changes_the_day_at_midnight_in_india(Instant settledAt, String day, long lines) {
        assertThat(read(fileWithALineOf(settledAt), day).body().lines()).hasSize((int) lines + 1);
    }

    @Test
    void writes_times_as_instants() {
        assertThat(read(fileWithALineOf(Instant.parse("2025-03-01T12:00:00Z")), "2025-03-01")
                        .body())
                .endsWith(",COLLECT,5,SUCCEEDED,77,2025-03-01T12:00:00Z\n");
    }

    private SettlementFile fileWithALineOf(Instant settledAt) {
        Clock clock = Clock.fixed(settledAt, ZoneOffset.UTC);
        References references = new References("", clock);
        Transactions none = new Transactions(
                "test", references, new Endings(references, clock), new Behaviours(), timers, webhooks);
        SettlementFile file = new SettlementFile(none, references, clock);
        answered(file.distort(request(Map.of(), """
                {"extra":[{"merchantTxnId":"t","direction":"COLLECT","amountPaise":5,"utr":"77"}]}
                """)));
        return file;
    }

    private static Reply read(SettlementFile file, String day) {
        return answered(file.read(request(Map.of("date", day), "")));
    }

    private static Request request(Map<String, String> pathVariables, String body) {
        return new Request(pathVariables, Map.of(), "*/*", body);
    }

    private static Reply answered(Mono<Reply> answer) {
        Reply reply = Objects.requireNonNull(answer.block());
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }
}
