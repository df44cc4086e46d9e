package com.byajbook.notifications.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.notifications.Events;
import com.byajbook.notifications.running.Partners.Delivered;
import com.byajbook.platform.message.ContactsChanged.Contact;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.remote.RemoteServices;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

final class DeliveringIT extends RunningService {
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    @Autowired
    private RemoteServices remotes;

    @Test
    void pauses_while_the_gateway_is_away_and_later_delivers_everything_once() {
        List<UUID> users = people(40);
        PARTNERS.fault("sms", Map.of("outage", "REFUSE"));
        publish(users.stream().map(Events::offered).toArray(Message[]::new));

        await().until(() -> breaker("sms-gateway") == CircuitBreaker.State.OPEN);
        await().during(Duration.ofSeconds(1)).until(() -> PARTNERS.inbox("").isEmpty());
        assertThat(waitingOrPending(users)).isEqualTo(40);
        PARTNERS.fault("sms", Map.of("outage", "NONE"));

        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(PARTNERS.partner("sms").counted("distinctMessages"))
                        .isEqualTo(40));
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(delivered(users)).isEqualTo(40));
        assertThat(PARTNERS.inbox("")).extracting(Delivered::repeats).containsOnly(0);
    }

    @Test
    void delivers_once_although_the_gateway_hides_that_it_took_the_messages() {
        List<UUID> users = people(8);
        PARTNERS.fault("sms", Map.of("errorRate", 1, "errorAfterEffect", true));
        publish(users.stream().map(Events::offered).toArray(Message[]::new));
        await().until(() -> PARTNERS.partner("sms").counted("errorsInjected") >= 8);
        PARTNERS.fault("sms", Map.of("errorRate", 0));

        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(delivered(users)).isEqualTo(8));
        assertThat(PARTNERS.partner("sms").counted("distinctMessages")).isEqualTo(8);
        assertThat(PARTNERS.partner("sms").counted("repeatedMessages")).isPositive();
        assertThat(PARTNERS.inbox("")).hasSize(8);
    }

    @Test
    void holds_up_one_channel_only() {
        UUID other = UUID.randomUUID();
        PARTNERS.fault("sms", Map.of("outage", "HANG"));
        publish(Events.contacts(
                Events.contact(user, 1, phone, "en", "WHATSAPP"),
                Events.contact(other, 1, "+919600000000", "en", "SMS")));
        publish(Events.offered(other), Events.offered(user));

        await().untilAsserted(() -> assertThat(PARTNERS.inbox(phone)).hasSize(1));
        PARTNERS.fault("sms", Map.of("outage", "NONE"));
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(PARTNERS.inbox("+919600000000")).hasSize(1));
    }

    @Test
    void takes_the_next_channel_when_the_first_one_refuses_the_person() {
        PARTNERS.unreachable("whatsapp", phone);
        publish(Events.contacts(Events.contact(user, 1, phone, "en", "WHATSAPP", "SMS")));
        publish(Events.offered(user));

        await().untilAsserted(() ->
                assertThat(PARTNERS.inbox(phone)).extracting(Delivered::channel).containsExactly("SMS"));
    }

    @Test
    void fails_when_no_channel_takes_it() {
        PARTNERS.unreachable("whatsapp", phone);
        PARTNERS.unreachable("sms", phone);
        publish(Events.contacts(Events.contact(user, 1, phone, "en", "WHATSAPP", "SMS")));
        publish(Events.offered(user));

        await().untilAsserted(() -> assertThat(notifications(user, "FAILED")).isEqualTo(1));
        assertThat(PARTNERS.inbox(phone)).isEmpty();
    }

    @Test
    void delivers_what_a_crash_left_behind() {
        execute("""
                insert into notification (id, event_id, recipient, kind, facts, state, channel, fallbacks, phone, text, due_at, created_at)
                values (gen_random_uuid(), gen_random_uuid(), '%s', 'LOAN_OFFERED', '{}', 'PENDING', 'SMS', '{}', '%s', 'left behind',
                        now() - interval '1 second', now() - interval '1 minute')
                """.formatted(user, phone));

        await().untilAsserted(() ->
                assertThat(PARTNERS.inbox(phone)).extracting(Delivered::text).containsExactly("left behind"));
        await().untilAsserted(() -> assertThat(notifications(user, "DELIVERED")).isEqualTo(1));
    }

    /** People with an SMS contact that is already known. */
    private List<UUID> people(int count) {
        List<UUID> users = Stream.generate(UUID::randomUUID).limit(count).toList();
        publish(Events.contacts(IntStream.range(0, count)
                .mapToObj(i -> Events.contact(users.get(i), 1, "+9195%08d".formatted(i), "en", "SMS"))
                .toArray(Contact[]::new)));
        await().until(() ->
                number("select count(*) as n from contact where user_id in (%s)".formatted(quoted(users))) == count);
        return users;
    }

    private long delivered(List<UUID> users) {
        return number("select count(*) as n from notification where state = 'DELIVERED' and recipient in (%s)"
                .formatted(quoted(users)));
    }

    private long waitingOrPending(List<UUID> users) {
        return number("select count(*) as n from notification where state = 'PENDING' and recipient in (%s)"
                .formatted(quoted(users)));
    }

    private static String quoted(List<UUID> users) {
        return String.join(",", users.stream().map(id -> "'" + id + "'").toList());
    }

    private CircuitBreaker.State breaker(String name) {
        return remotes.named(name).breaker().getState();
    }
}
