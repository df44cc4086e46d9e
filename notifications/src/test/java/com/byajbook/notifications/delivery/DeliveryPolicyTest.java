package com.byajbook.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.notifications.contacts.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DeliveryPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final DeliveryPolicy policy = new DeliveryPolicy(Limits.SMALL, () -> 0);

    @Test
    void is_done_when_the_gateway_takes_it() {
        Step step = policy.after(message(0, Channel.WHATSAPP), new Answer.Accepted(), NOW);

        assertThat(step.state()).isEqualTo(Step.State.DELIVERED);
        assertThat(step.message().attempts()).isEqualTo(1);
    }

    @Test
    void goes_on_at_once_by_the_next_channel_after_a_definite_refusal() {
        Step step = policy.after(message(3, Channel.WHATSAPP), new Answer.Refused("HTTP 422"), NOW);

        assertThat(step.state()).isEqualTo(Step.State.PENDING);
        assertThat(step.message().channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(step.message().fallbacks()).isEmpty();
        assertThat(step.message().attempts()).isZero();
        assertThat(step.delay()).isZero();
    }

    @Test
    void fails_when_the_last_channel_refuses() {
        Step step = policy.after(message(0), new Answer.Refused("HTTP 422"), NOW);

        assertThat(step.state()).isEqualTo(Step.State.FAILED);
        assertThat(step.note()).isEqualTo("SMS refused: HTTP 422");
    }

    @Test
    void never_changes_the_channel_while_the_outcome_is_unknown() {
        Step step = policy.after(message(0, Channel.WHATSAPP), new Answer.Unanswered("time-out"), NOW);

        assertThat(step.state()).isEqualTo(Step.State.PENDING);
        assertThat(step.message().channel()).isEqualTo(Channel.SMS);
        assertThat(step.delay()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void waits_twice_as_long_after_each_try_up_to_the_bound_and_then_fails() {
        assertThat(delayAfter(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(delayAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(delayAfter(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(delayAfter(3)).isEqualTo(Duration.ofSeconds(8));
        assertThat(policy.after(message(4), new Answer.Unanswered("time-out"), NOW)
                        .state())
                .isEqualTo(Step.State.FAILED);
        assertThat(Backoff.of(60, Duration.ofSeconds(1), Duration.ofSeconds(10)))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void spends_no_try_while_the_breaker_is_open() {
        Step step = policy.after(message(4), new Answer.NotAsked(), NOW);

        assertThat(step.state()).isEqualTo(Step.State.PENDING);
        assertThat(step.message().attempts()).isEqualTo(4);
        assertThat(step.delay()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void gives_up_what_is_too_old_to_matter() {
        Instant later = NOW.plus(Duration.ofHours(2));

        assertThat(policy.after(message(0), new Answer.Unanswered("time-out"), later)
                        .state())
                .isEqualTo(Step.State.FAILED);
        assertThat(policy.after(message(0), new Answer.NotAsked(), later).state())
                .isEqualTo(Step.State.FAILED);
        assertThat(policy.after(message(0), new Answer.Accepted(), later).state())
                .isEqualTo(Step.State.DELIVERED);
    }

    @Test
    void spreads_retries_by_up_to_a_half() {
        DeliveryPolicy late = new DeliveryPolicy(Limits.SMALL, () -> 1);

        assertThat(late.after(message(0), new Answer.NotAsked(), NOW).delay()).isEqualTo(Duration.ofSeconds(3));
    }

    private Duration delayAfter(int attempts) {
        return policy.after(message(attempts), new Answer.Unanswered("time-out"), NOW)
                .delay();
    }

    private static Outgoing message(int attempts, Channel... fallbacks) {
        return new Outgoing(
                UUID.randomUUID(), Channel.SMS, List.of(fallbacks), "+919800000001", "Hello", attempts, NOW);
    }
}
