package com.byajbook.loanengine.underwriting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.loanengine.underwriting.domain.CreditReport.Known;
import com.byajbook.loanengine.underwriting.domain.Decision.Declined;
import com.byajbook.loanengine.underwriting.domain.Decision.Offered;
import com.byajbook.loanengine.underwriting.domain.Decision.Referred;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchDecisionTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:01Z");
    private static final UUID ASHA = UUID.randomUUID();
    private static final UUID RAVI = UUID.randomUUID();

    private final DecisionPolicy policy = new DecisionPolicy(Cases.RULES);

    @Test
    void an_offer_counts_at_once_against_the_same_borrowers_next_application_in_the_batch() {
        List<AssessedApplication> batch = Stream.of(ASHA, ASHA, ASHA)
                .map(borrower -> assessed(borrower, 4_00_000_00))
                .toList();

        List<DecidedLoan> decided = BatchDecision.decide(batch, Map.of(ASHA, 0L), AT);

        assertThat(decided)
                .extracting(DecidedLoan::decision)
                .containsExactly(
                        new Offered(Cases.terms()),
                        new Offered(Cases.terms()),
                        new Declined(List.of(Reason.BORROWER_LIMIT_EXCEEDED)));
        assertThat(decided).extracting(DecidedLoan::openOffersPaise).containsExactly(0L, 4_00_000_00L, 8_00_000_00L);
    }

    @Test
    void a_declined_application_leaves_room_for_a_smaller_one_behind_it() {
        List<AssessedApplication> batch = List.of(assessed(ASHA, 5_00_000_00), assessed(ASHA, 2_00_000_00));

        List<DecidedLoan> decided = BatchDecision.decide(batch, Map.of(ASHA, 8_00_000_00L), AT);

        assertThat(decided).extracting(DecidedLoan::offeredPaise).containsExactly(0L, 2_00_000_00L);
    }

    @Test
    void one_borrowers_offers_are_nothing_to_another() {
        List<AssessedApplication> batch = List.of(assessed(ASHA, 4_00_000_00), assessed(RAVI, 4_00_000_00));

        List<DecidedLoan> decided = BatchDecision.decide(batch, Map.of(ASHA, 10_00_000_00L), AT);

        assertThat(decided).extracting(DecidedLoan::offeredPaise).containsExactly(0L, 4_00_000_00L);
    }

    @Test
    void what_is_declined_for_another_reason_hears_of_the_cap_as_well() {
        AssessedApplication unverified = assessed(Cases.good().kyc(false), ASHA);

        List<DecidedLoan> decided = BatchDecision.decide(List.of(unverified), Map.of(ASHA, 10_00_000_00L), AT);

        assertThat(decided.get(0).reasons()).containsExactly(Reason.KYC_INCOMPLETE, Reason.BORROWER_LIMIT_EXCEEDED);
    }

    @Test
    void an_application_without_a_report_is_referred_and_holds_nothing() {
        List<AssessedApplication> batch = List.of(assessed(Cases.good().noReport(), ASHA), assessed(ASHA, 5_00_000_00));

        List<DecidedLoan> decided = BatchDecision.decide(batch, Map.of(ASHA, 5_00_000_00L), AT);

        assertThat(decided.get(0).decision()).isEqualTo(new Referred(List.of(Reason.BUREAU_UNAVAILABLE)));
        assertThat(decided.get(1).offeredPaise()).isEqualTo(5_00_000_00L);
    }

    @Test
    void prices_before_the_lock_and_never_again() {
        AtomicInteger priced = new AtomicInteger();
        Cases good = Cases.good();
        AssessedApplication assessed = AssessedApplication.of(
                policy, good.application(UUID.randomUUID(), ASHA), good.report(), good.instalmentPaise(), () -> {
                    priced.incrementAndGet();
                    return Cases.terms();
                });
        assertThat(priced).hasValue(1);

        List<DecidedLoan> decided = BatchDecision.decide(List.of(assessed), Map.of(ASHA, 0L), AT);

        assertThat(decided.get(0).decision()).isInstanceOf(Offered.class);
        assertThat(decided.get(0).productVersion()).isEqualTo("test-1");
        assertThat(priced).hasValue(1);
    }

    @Test
    void a_report_that_cannot_be_true_is_refused() {
        assertThatThrownBy(() -> new Known(299, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Known(901, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Known(700, -1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Known(700, 0, 0, Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    private AssessedApplication assessed(UUID borrower, long amount) {
        return assessed(Cases.good().amount(amount), borrower);
    }

    private AssessedApplication assessed(Cases good, UUID borrower) {
        return AssessedApplication.of(
                policy,
                good.application(UUID.randomUUID(), borrower),
                good.report(),
                good.instalmentPaise(),
                Cases::terms);
    }
}
