package com.byajbook.api.loans;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanChanged.Status;
import com.byajbook.platform.message.LoanDecided;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LoanViewTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void says_which_states_may_be_paid_accepted_and_cancelled() {
        assertThat(states(LoanView::isPayable)).containsExactly(Status.ACTIVE);
        assertThat(states(LoanView::isAcceptable)).containsExactly(Status.OFFERED);
        assertThat(states(LoanView::isCancellable))
                .containsExactlyInAnyOrder(Status.OFFERED, Status.LISTED, Status.ACTIVE);
    }

    @Test
    void says_what_is_to_happen_before_it_may_be_paid() {
        assertThat(untilPayable(Status.OFFERED)).contains("Accept the offer first", "paid out");
        assertThat(untilPayable(Status.LISTED))
                .contains("paid out to you", "/v1/events")
                .doesNotContain("ccept");
        assertThat(untilPayable(Status.FUNDED)).isEqualTo(untilPayable(Status.LISTED));
        assertThat(untilPayable(Status.DISBURSING)).isEqualTo(untilPayable(Status.LISTED));
        for (Status ended : Set.of(Status.CLOSED, Status.WRITTEN_OFF, Status.EXPIRED, Status.CANCELLED)) {
            assertThat(untilPayable(ended)).contains("ended").doesNotContain("paid out");
        }
    }

    @Test
    void shows_what_is_owed_only_of_a_loan_that_was_paid_out() {
        LoanView listed = LoanView.of(changed(Status.LISTED, null));
        LoanView active = LoanView.of(changed(
                Status.ACTIVE, new LoanChanged.Standing(LocalDate.of(2026, 11, 23), 1_900_000, 0, null, 0, "REGULAR")));

        assertThat(json.writeValueAsString(listed))
                .contains("\"committedPaise\":500000")
                .doesNotContain("disbursedOn", "overduePaise", "nextDue", "arrears", "\"reason\"", "payable");
        assertThat(json.writeValueAsString(active))
                .contains("\"outstandingPrincipalPaise\":1900000", "\"overduePaise\":0", "\"nextDuePaise\":0")
                .doesNotContain("nextDueOn");
    }

    @Test
    void is_the_same_after_it_was_kept_as_json() {
        LoanView loan = LoanView.of(changed(
                Status.ACTIVE,
                new LoanChanged.Standing(
                        LocalDate.of(2026, 11, 23), 1_900_000, 7, LocalDate.of(2026, 12, 23), 96_973, "SMA_0")));

        assertThat(json.readValue(json.writeValueAsString(loan), LoanView.class))
                .isEqualTo(loan);
    }

    private static Set<Status> states(Predicate<LoanView> rule) {
        Set<Status> states = EnumSet.allOf(Status.class);
        states.removeIf(status -> !rule.test(LoanView.of(changed(status, null))));
        return states;
    }

    private static String untilPayable(Status status) {
        return LoanView.of(changed(status, null)).untilPayable();
    }

    private static LoanChanged changed(Status status, LoanChanged.@Nullable Standing standing) {
        return new LoanChanged(
                UUID.randomUUID(),
                NOW,
                UUID.randomUUID(),
                UUID.randomUUID(),
                3,
                status,
                2_000_000,
                24,
                "Sewing machine",
                NOW,
                NOW,
                new LoanDecided.Terms("15.00", "17.07", 96_973, 2_327_413, "ab".repeat(32)),
                500_000,
                standing,
                null);
    }
}
