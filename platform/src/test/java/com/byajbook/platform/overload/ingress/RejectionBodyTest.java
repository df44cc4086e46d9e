package com.byajbook.platform.overload.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.Overload;
import com.byajbook.platform.problem.ProblemType;
import com.byajbook.platform.problem.ProblemWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import tools.jackson.databind.json.JsonMapper;

class RejectionBodyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Overload OVERLOAD = new Overload(
            "intake.wait-too-long",
            "high",
            Duration.ofMillis(1234),
            "gate.intake.target.high",
            250,
            Duration.ofNanos(2_400_900_000L));

    /** The quick way must not become another contract than the usual one. */
    @ParameterizedTest
    @EnumSource(names = {"OVERLOADED", "RATE_LIMITED"})
    void says_exactly_what_the_usual_writer_says(ProblemType type) {
        Failure failure = type == ProblemType.OVERLOADED ? Failure.overloaded(OVERLOAD) : Failure.rateLimited(OVERLOAD);
        MockServerWebExchange usual = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        usual.getAttributes().put(ProblemWriter.CORRELATION_ID, "id-1");
        new ProblemWriter(JSON).write(usual, failure).block();
        MockServerWebExchange quick =
                MockServerWebExchange.from(MockServerHttpRequest.get("/").header("X-Correlation-Id", "id-1"));
        RejectionAnswer.write(quick, new Rejection(type, OVERLOAD)).block();

        String usualBody = usual.getResponse().getBodyAsString().block();
        String quickBody = new String(RejectionBody.of(new Rejection(type, OVERLOAD), "id-1"), StandardCharsets.UTF_8);
        assertThat(JSON.readTree(quickBody)).isEqualTo(JSON.readTree(usualBody));
        assertThat(quick.getResponse().getBodyAsString().block()).isEqualTo(quickBody);
        assertThat(quick.getResponse().getStatusCode())
                .isEqualTo(usual.getResponse().getStatusCode());
        usual.getResponse().getHeaders().forEach((name, values) -> {
            if (!name.equals("Content-Length")) {
                assertThat(quick.getResponse().getHeaders().get(name)).as(name).isEqualTo(values);
            }
        });
    }
}
