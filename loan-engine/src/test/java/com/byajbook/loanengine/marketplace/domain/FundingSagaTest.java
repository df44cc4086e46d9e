package com.byajbook.loanengine.marketplace.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FundingSagaTest {

    private static final List<FundingSaga> FORWARD = List.of(
            FundingSaga.LIST,
            FundingSaga.RESERVE,
            FundingSaga.HOLD,
            FundingSaga.FUND,
            FundingSaga.DISBURSE,
            FundingSaga.PAY_OUT);

    @ParameterizedTest
    @EnumSource(
            value = FundingSaga.class,
            names = {"LIST", "RESERVE", "HOLD", "FUND", "DISBURSE", "PAY_OUT"})
    void every_step_can_be_undone_from_where_it_leaves_the_loan_and_its_commitments(FundingSaga step) {
        assertThat(FundingSaga.values())
                .filteredOn(undoing -> undoing.undoes().contains(step))
                .as("what undoes %s", step)
                .isNotEmpty()
                .anySatisfy(undoing -> {
                    assertThat(undoing.loanFrom()).containsAnyElementsOf(placesAfter(step));
                    step.commitmentTo()
                            .ifPresent(state ->
                                    assertThat(undoing.commitmentFrom()).contains(state));
                });
    }

    @Test
    void the_way_forward_leads_from_the_offer_to_the_active_loan() {
        LoanStage at = LoanStage.OFFERED;
        for (FundingSaga step : FORWARD) {
            assertThat(step.loanFrom()).as("%s", step).containsExactly(at);
            at = step.loanTo().orElse(at);
        }
        assertThat(at).isEqualTo(LoanStage.ACTIVE);
    }

    @Test
    void whatever_ends_a_loan_says_why_and_tells_it() {
        for (FundingSaga step : FundingSaga.values()) {
            boolean ends = step.loanTo()
                    .filter(to -> to == LoanStage.EXPIRED || to == LoanStage.CANCELLED)
                    .isPresent();
            assertThat(ends && step.reason().isEmpty()).as("%s", step).isFalse();
            assertThat(step.loanTo().isPresent())
                    .as("%s", step)
                    .isEqualTo(step.sent().contains(FundingSaga.Sent.LOAN_CHANGED));
            assertThat(step.commitmentTo().isPresent())
                    .as("%s", step)
                    .isEqualTo(step.sent().contains(FundingSaga.Sent.COMMITMENT_CHANGED));
        }
    }

    @Test
    void held_money_is_given_back_by_the_command_that_fits_where_it_lies() {
        for (FundingSaga step : FundingSaga.values()) {
            boolean releases = step.commitmentTo().equals(Optional.of(CommitmentState.RELEASED));
            boolean wasDisbursed = step.loanFrom().contains(LoanStage.DISBURSING);
            assertThat(step.sent().contains(FundingSaga.Sent.RETURN_FUNDS))
                    .as("%s", step)
                    .isEqualTo(releases && wasDisbursed);
            assertThat(step.sent().contains(FundingSaga.Sent.RELEASE_FUNDS))
                    .as("%s", step)
                    .isEqualTo(releases && !wasDisbursed);
        }
    }

    /** Steps of one transaction are undone together, so a later one of them counts. */
    private static Set<LoanStage> placesAfter(FundingSaga step) {
        Set<LoanStage> places = EnumSet.copyOf(step.loanFrom());
        step.loanTo().ifPresent(to -> {
            places.clear();
            places.add(to);
        });
        FORWARD.stream()
                .filter(next -> next.trigger() == step.trigger() && next.ordinal() > step.ordinal())
                .forEach(next -> next.loanTo().ifPresent(places::add));
        // A hold may be answered when the loan is over already.
        if (step == FundingSaga.RESERVE) {
            places.addAll(FundingSaga.RELEASE_LATE_HOLD.loanFrom());
        }
        return places;
    }
}
