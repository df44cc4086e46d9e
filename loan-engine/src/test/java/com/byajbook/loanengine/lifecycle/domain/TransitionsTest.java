package com.byajbook.loanengine.lifecycle.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTest {

    @Test
    void a_loan_reaches_every_state_after_the_offer_and_nothing_leads_back() {
        Set<LoanState> reached = EnumSet.of(LoanState.OFFERED);
        for (int steps = 0; steps < LoanState.values().length; steps++) {
            Set<LoanState> next = EnumSet.copyOf(reached);
            reached.forEach(state -> next.addAll(Transitions.after(state)));
            reached = next;
        }

        assertThat(reached).isEqualTo(EnumSet.complementOf(EnumSet.of(LoanState.DECLINED, LoanState.REFERRED)));
        for (LoanState state : LoanState.values()) {
            assertThat(Transitions.after(state))
                    .as("after %s", state)
                    .allMatch(next -> next.ordinal() >= state.ordinal() || isReopened(state, next));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = LoanState.class,
            names = {"DECLINED", "REFERRED", "WRITTEN_OFF", "EXPIRED", "CANCELLED"})
    void what_ended_stays_ended(LoanState end) {
        assertThat(Transitions.after(end)).isEmpty();
    }

    @Test
    void a_closed_loan_may_only_be_opened_again() {
        assertThat(Transitions.after(LoanState.CLOSED)).containsExactly(LoanState.ACTIVE);
    }

    /** The bank took back what had closed it. */
    private static boolean isReopened(LoanState state, LoanState next) {
        return state == LoanState.CLOSED && next == LoanState.ACTIVE;
    }

    @Test
    void money_on_its_way_cannot_be_called_off_by_time() {
        assertThat(Transitions.allow(LoanState.FUNDED, LoanState.CANCELLED)).isFalse();
        assertThat(Transitions.allow(LoanState.DISBURSING, LoanState.EXPIRED)).isFalse();
        assertThat(Transitions.allow(LoanState.LISTED, LoanState.ACTIVE)).isFalse();
    }

    @Test
    void what_is_owed_may_change_without_a_change_of_state() {
        assertThat(Transitions.allow(LoanState.ACTIVE, LoanState.ACTIVE)).isTrue();
        assertThat(Transitions.allow(LoanState.OFFERED, LoanState.OFFERED)).isFalse();
    }
}
