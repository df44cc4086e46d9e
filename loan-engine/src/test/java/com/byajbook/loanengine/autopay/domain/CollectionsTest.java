package com.byajbook.loanengine.autopay.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.loanengine.autopay.domain.Attempt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CollectionsTest {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 10);
    private static final Instant NOTICED = Instant.parse("2026-12-09T03:30:00Z");
    private static final InstalmentKey KEY = new InstalmentKey(new UUID(1, 1), 2);
    private static final CollectionRules RULES = rules(Duration.ofHours(24), 15_000_00, 4);

    @Test
    void the_first_attempt_is_on_the_due_date_and_at_its_hour() {
        assertThat(noticed(NOTICED).nextAt())
                .isEqualTo(DUE.atTime(10, 0).atZone(INDIA).toInstant());
    }

    /** 09:59:59, 10:00:00 and 10:00:01 in India on the day before, and a notice that is three days late. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-09T04:29:59Z, 2026-12-10T04:30:00Z",
        "2026-12-09T04:30:00Z, 2026-12-10T04:30:00Z",
        "2026-12-09T04:30:01Z, 2026-12-10T04:30:01Z",
        "2026-12-13T04:00:00Z, 2026-12-14T04:00:00Z"
    })
    void the_first_attempt_is_never_less_than_24_hours_after_the_notice(Instant noticedAt, Instant first) {
        assertThat(noticed(noticedAt).nextAt()).isEqualTo(first).isAfterOrEqualTo(noticedAt.plus(Duration.ofHours(24)));
    }

    @Test
    void notice_is_given_on_the_day_before_from_its_hour_on() {
        Instant before = Instant.parse("2026-12-09T03:29:59Z");

        assertThat(RULES.isToBeNoticed(DUE, RULES.noticeDay(before))).isFalse();
        assertThat(RULES.isToBeNoticed(DUE, RULES.noticeDay(NOTICED))).isTrue();
        assertThat(RULES.isToBeNoticed(DUE.plusDays(1), RULES.noticeDay(NOTICED)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1500000, true", "1500001, false", "1, true"})
    void up_to_15_000_rupees_goes_by_mandate_and_a_paisa_more_is_approved(long paise, boolean byMandate) {
        NextMove move = NextMove.of(true, paise, paise, 0, RULES);

        assertThat(move).isEqualTo(new NextMove.Ask(paise, byMandate));
    }

    @ParameterizedTest
    @CsvSource({
        "false, 100, 100, 0, Skip",
        "true, 0, 100, 0, Skip",
        "true, 100, 100, 100, Wait",
        "true, 100, 150, 100, 50",
        "true, 100, 250, 100, 100"
    })
    void never_more_is_asked_for_than_is_owed_beside_what_is_under_way(
            boolean wanted, long owed, long due, long underWay, String move) {
        String made = NextMove.of(wanted, owed, due, underWay, RULES)
                .fold(ask -> Long.toString(ask.paise()), () -> "Skip", () -> "Wait");

        assertThat(made).isEqualTo(move);
    }

    @Test
    void there_are_four_attempts_at_most_each_a_day_after_the_one_before() {
        InstalmentCollection collection = noticed(NOTICED);
        Instant at = Objects.requireNonNull(collection.nextAt());
        for (int attempt = 1; attempt <= 4; attempt++) {
            collection = collection.asked(RULES);
            assertThat(collection.attempts()).isEqualTo(attempt);
            collection = collection.learn(attempt(collection, at, Outcome.FAILED), at.plusSeconds(60), RULES);
            at = at.plus(Duration.ofDays(1));
            assertThat(collection.nextAt()).isEqualTo(attempt < 4 ? at : null);
        }

        assertThat(collection.state()).isEqualTo(CollectionState.GIVEN_UP);
        InstalmentCollection over = collection;
        assertThatThrownBy(() -> over.asked(RULES)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_failure_that_is_heard_late_is_not_followed_by_an_attempt_in_the_past() {
        InstalmentCollection asked = noticed(NOTICED).asked(RULES);
        Instant heard = NOTICED.plus(Duration.ofDays(9));

        assertThat(asked.learn(attempt(asked, NOTICED, Outcome.FAILED), heard, RULES)
                        .nextAt())
                .isEqualTo(heard);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "UNKNOWN"})
    void nothing_is_tried_while_an_outcome_is_open(Outcome open) {
        InstalmentCollection asked = noticed(NOTICED).asked(RULES);

        InstalmentCollection still =
                asked.learn(attempt(asked, NOTICED, open), NOTICED.plus(Duration.ofDays(30)), RULES);

        assertThat(still).isEqualTo(asked);
        assertThat(still.nextAt()).isNull();
        assertThatThrownBy(() -> still.asked(RULES)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_outcome_of_an_earlier_attempt_changes_nothing() {
        InstalmentCollection first = noticed(NOTICED).asked(RULES);
        Attempt failed = attempt(first, NOTICED, Outcome.FAILED);
        InstalmentCollection second = first.learn(failed, NOTICED, RULES).asked(RULES);

        assertThat(second.learn(failed, NOTICED, RULES)).isEqualTo(second);
    }

    @Test
    void money_that_the_bank_took_back_is_left_to_the_borrower() {
        InstalmentCollection asked = noticed(NOTICED).asked(RULES);
        Attempt succeeded = attempt(asked, NOTICED, Outcome.SUCCEEDED);
        InstalmentCollection paid = asked.learn(succeeded, NOTICED, RULES);

        assertThat(paid.state()).isEqualTo(CollectionState.PAID);
        assertThat(paid.learn(succeeded.learn(Outcome.REVERSED, 9), NOTICED, RULES)
                        .state())
                .isEqualTo(CollectionState.GIVEN_UP);
    }

    @Test
    void an_attempt_believes_the_newest_word_and_an_outcome_stands() {
        InstalmentCollection asked = noticed(NOTICED).asked(RULES);
        Attempt unknown = attempt(asked, NOTICED, Outcome.PENDING).learn(Outcome.UNKNOWN, 3);

        assertThat(unknown.learn(Outcome.PENDING, 2)).isEqualTo(unknown);
        Attempt failed = unknown.learn(Outcome.FAILED, 4);
        assertThat(failed.learn(Outcome.UNKNOWN, 5)).isEqualTo(failed);
        assertThat(failed.learn(Outcome.SUCCEEDED, 5).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void rules_that_the_regulator_does_not_allow_are_refused() {
        assertThatThrownBy(() -> rules(Duration.ofHours(24).minusSeconds(1), 15_000_00, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rules(Duration.ofHours(24), 15_000_01, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rules(Duration.ofHours(24), 15_000_00, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_due_before_autopay_began_is_the_borrower_s_own() {
        Autopay autopay = Autopay.request(KEY.loanId(), new UUID(2, 2), new UUID(3, 3), NOTICED)
                .activate(DUE, NOTICED);

        assertThat(autopay.covers(DUE.minusDays(1))).isFalse();
        assertThat(autopay.covers(DUE)).isTrue();
        assertThat(autopay.revoke(null, NOTICED).covers(DUE)).isFalse();
    }

    private static InstalmentCollection noticed(Instant at) {
        return InstalmentCollection.noticed(KEY, DUE, 1_000_00, at, RULES);
    }

    private static Attempt attempt(InstalmentCollection asked, Instant at, Outcome outcome) {
        Attempt fresh = Attempt.of(new UUID(5, asked.attempts()), asked, 1_000_00, true, at);
        return outcome == Outcome.PENDING ? fresh : fresh.learn(outcome, 2);
    }

    private static CollectionRules rules(Duration notice, long limit, int attempts) {
        return new CollectionRules(
                LocalTime.of(9, 0), notice, LocalTime.of(10, 0), limit, attempts, Duration.ofDays(1), INDIA);
    }
}
