package com.byajbook.paymentflow.mandates.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.paymentflow.mandates.domain.MandateAnswer.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MandateTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final MandatePolicy POLICY = new MandatePolicy(
            Duration.ofHours(24), Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofSeconds(30));

    private final Mandate requested = Mandate.request(new UUID(1, 1), new UUID(2, 2), new UUID(3, 3), 15_000_00, NOON);

    @ParameterizedTest
    @CsvSource({"ACTIVE,ACTIVE", "REJECTED,REJECTED", "GONE,REVOKED", "OPEN,REQUESTED", "SILENCE,REQUESTED"})
    void what_is_answered_to_a_request(Word word, MandateState state) {
        Mandate after = answered(requested, word, NOON);

        assertThat(after.state()).isEqualTo(state);
        assertThat(after.dueAt() == null).isEqualTo(state != MandateState.REQUESTED);
    }

    @ParameterizedTest
    @CsvSource({"GONE,REVOKED", "REJECTED,REVOKED", "ACTIVE,REVOKING", "OPEN,REVOKING", "SILENCE,REVOKING"})
    void what_is_answered_to_a_revocation(Word word, MandateState state) {
        assertThat(answered(requested.revoke(NOON), word, NOON).state()).isEqualTo(state);
    }

    @Test
    void an_answer_to_what_was_asked_before_the_revocation_counts_no_more() {
        Mandate leaving = requested.revoke(NOON);

        assertThat(leaving.learn(MandateAnswer.of(Word.ACTIVE), requested.version(), POLICY, NOON))
                .isEqualTo(leaving);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "REJECTED", "GONE"})
    void what_has_ended_or_begun_is_not_asked_about_again(Word word) {
        assertThat(answered(requested, word, NOON).dueAt()).isNull();
    }

    @Test
    void a_payer_who_does_not_answer_in_time_is_not_waited_for() {
        Mandate early =
                answered(requested, Word.OPEN, NOON.plus(Duration.ofHours(24)).minusMillis(1));
        Mandate late = answered(requested, Word.OPEN, NOON.plus(Duration.ofHours(24)));

        assertThat(early.state()).isEqualTo(MandateState.REQUESTED);
        assertThat(late.state()).isEqualTo(MandateState.REVOKING);
        assertThat(answered(late, Word.GONE, NOON).reason()).isEqualTo("NOT_APPROVED_IN_TIME");
    }

    @Test
    void a_silent_provider_is_asked_less_and_less_and_never_too_seldom() {
        Mandate first = answered(requested, Word.SILENCE, NOON);
        Mandate second = answered(first, Word.SILENCE, NOON);
        Mandate fourth = answered(answered(second, Word.SILENCE, NOON), Word.SILENCE, NOON);

        assertThat(first.dueAt()).isEqualTo(NOON.plusSeconds(15));
        assertThat(second.dueAt()).isEqualTo(NOON.plusSeconds(30));
        assertThat(fourth.dueAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(answered(fourth, Word.OPEN, NOON).silences()).isZero();
    }

    /** Whatever is answered in whatever order, what is given back never comes back, and versions grow with each state. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void an_end_is_an_end(long seed) {
        Random random = new Random(seed);
        Mandate mandate = requested;
        boolean ended = false;
        for (int step = 0; step < 200; step++) {
            Mandate before = mandate;
            Instant now = NOON.plusSeconds(step * 60L);
            Word word = Word.values()[random.nextInt(Word.values().length)];
            mandate = random.nextInt(10) == 0 ? mandate.revoke(now) : answered(mandate, word, now);
            if (ended) {
                assertThat(mandate).isEqualTo(before);
            }
            assertThat(mandate.version() - before.version()).isEqualTo(mandate.state() == before.state() ? 0 : 1);
            ended = mandate.state() == MandateState.REVOKED || mandate.state() == MandateState.REJECTED;
        }
        assertThat(ended).isTrue();
    }

    private static Mandate answered(Mandate mandate, Word word, Instant now) {
        return mandate.learn(MandateAnswer.of(word), mandate.version(), POLICY, now);
    }
}
