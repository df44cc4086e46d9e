package com.byajbook.loanengine.autopay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.loanengine.autopay.domain.Autopay;
import com.byajbook.loanengine.autopay.domain.AutopayState;
import com.byajbook.loanengine.autopay.domain.CollectionState;
import com.byajbook.loanengine.autopay.domain.InstalmentCollection;
import com.byajbook.loanengine.autopay.domain.InstalmentKey;
import com.byajbook.platform.message.AutopayNotice;
import com.byajbook.platform.message.CollectInstalment;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.message.PaymentChanged.Status;
import com.byajbook.platform.message.RegisterMandate;
import com.byajbook.platform.message.RevokeMandate;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AutopayTest {

    private final Bench bench = new Bench();

    @Test
    void a_mandate_is_asked_for_once_however_often_the_borrower_wants_it() {
        UUID loan = bench.loan(1, 3, 1_000_00);
        bench.set(loan, bench.borrower(loan), true);
        bench.set(loan, bench.borrower(loan), true);

        assertThat(bench.tables.sent(RegisterMandate.class)).singleElement().satisfies(asked -> {
            assertThat(asked.maxAmountPaise()).isEqualTo(15_000_00);
            assertThat(asked.payerId()).isEqualTo(bench.borrower(loan));
        });
        assertThat(autopay(loan).state()).isEqualTo(AutopayState.REQUESTED);
    }

    @Test
    void nobody_else_and_no_loan_out_of_service_gets_it() {
        UUID loan = bench.loan(1, 3, 1_000_00);
        bench.set(loan, new UUID(9, 9), true);
        bench.set(new UUID(1, 99), new UUID(2, 99), true);

        assertThat(bench.tables.sent).isEmpty();
        assertThat(bench.tables.autopays).isEmpty();
    }

    @Test
    void nothing_is_collected_before_the_payer_approved_or_after_a_no() {
        UUID loan = bench.loan(1, 3, 1_000_00);
        bench.set(loan, bench.borrower(loan), true);
        bench.workAt("2026-12-09T06:00:00Z");
        bench.hear(loan, MandateChanged.Status.REJECTED);
        bench.workAt("2026-12-10T06:00:00Z");

        assertThat(autopay(loan).state()).isEqualTo(AutopayState.REJECTED);
        assertThat(bench.tables.sent(AutopayNotice.class)).isEmpty();
        assertThat(bench.asked()).isEmpty();
    }

    @Test
    void turned_off_it_gives_the_mandate_back_and_on_again_it_asks_for_another() {
        UUID loan = bench.active(1, 3, 1_000_00);
        UUID first = autopay(loan).mandateId();
        bench.set(loan, bench.borrower(loan), false);
        bench.set(loan, bench.borrower(loan), true);
        bench.hear(loan, MandateChanged.Status.ACTIVE);

        assertThat(bench.tables.sent(RevokeMandate.class))
                .extracting(RevokeMandate::mandateId)
                .containsExactly(first);
        assertThat(bench.tables.sent(RegisterMandate.class))
                .extracting(RegisterMandate::mandateId)
                .containsExactly(first, autopay(loan).mandateId())
                .doesNotHaveDuplicates();
    }

    @Test
    void word_of_an_earlier_mandate_is_history() {
        UUID loan = bench.active(1, 3, 1_000_00);
        UUID first = autopay(loan).mandateId();
        bench.set(loan, bench.borrower(loan), false);
        bench.set(loan, bench.borrower(loan), true);

        bench.arranging
                .learn(List.of(new MandateChanged(
                        UUID.randomUUID(),
                        bench.clock.instant(),
                        first,
                        loan,
                        bench.borrower(loan),
                        3,
                        MandateChanged.Status.REVOKED,
                        null)))
                .block();

        assertThat(autopay(loan).state()).isEqualTo(AutopayState.REQUESTED);
    }

    @Test
    void notice_is_given_once_a_day_before_and_names_amount_date_and_reference() {
        UUID loan = bench.active(1, 3, 1_000_00);
        bench.workAt("2026-12-09T03:29:59Z");
        assertThat(bench.tables.sent(AutopayNotice.class)).isEmpty();
        bench.workAt("2026-12-09T03:30:00Z");
        bench.workAt("2026-12-09T05:00:00Z");

        assertThat(bench.tables.sent(AutopayNotice.class)).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(AutopayNotice.Kind.UPCOMING);
            assertThat(told.borrowerId()).isEqualTo(bench.borrower(loan));
            assertThat(told.amountPaise()).isEqualTo(1_000_00);
            assertThat(told.collectOn()).isEqualTo(LocalDate.of(2026, 12, 10));
            assertThat(told.byMandate()).isTrue();
            assertThat(told.reference()).isEqualTo("00000000-1");
        });
        assertThat(bench.asked()).isEmpty();
    }

    @Test
    void on_the_due_date_what_is_owed_then_is_debited_by_the_mandate() {
        UUID loan = bench.active(1, 3, 1_000_00);
        bench.workAt("2026-12-09T03:30:00Z");
        bench.pay(new InstalmentKey(loan, 1), 400_00);
        bench.workAt("2026-12-10T04:29:59Z");
        assertThat(bench.asked()).isEmpty();
        bench.workAt("2026-12-10T04:30:00Z");

        assertThat(bench.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.amountPaise()).isEqualTo(600_00);
            assertThat(asked.mandateId()).isEqualTo(autopay(loan).mandateId());
            assertThat(asked.paymentId()).isEqualTo(AutopayMessages.paymentId(new InstalmentKey(loan, 1), 1));
        });
    }

    @Test
    void a_paisa_above_the_limit_is_asked_for_and_the_notice_says_so() {
        bench.active(1, 1, 15_000_00);
        bench.active(2, 1, 15_000_01);
        bench.workAt("2026-12-09T03:30:00Z");
        bench.workAt("2026-12-10T04:30:00Z");

        assertThat(bench.tables.sent(AutopayNotice.class))
                .extracting(AutopayNotice::byMandate)
                .containsExactly(true, false);
        assertThat(bench.asked()).extracting(asked -> asked.mandateId() != null).containsExactly(true, false);
    }

    @Test
    void an_instalment_that_is_paid_meanwhile_is_skipped() {
        UUID loan = bench.active(1, 2, 1_000_00);
        bench.workAt("2026-12-09T03:30:00Z");
        bench.pay(new InstalmentKey(loan, 1), 1_000_00);
        bench.workAt("2026-12-10T04:30:00Z");

        assertThat(bench.asked()).isEmpty();
        assertThat(collection(loan, 1).state()).isEqualTo(CollectionState.SKIPPED);
    }

    @Test
    void an_instalment_of_a_loan_that_has_ended_is_skipped_and_the_mandate_given_back() {
        UUID loan = bench.active(1, 2, 1_000_00);
        bench.workAt("2026-12-09T03:30:00Z");
        bench.loans.remove(loan);
        bench.workAt("2026-12-10T04:30:00Z");

        assertThat(bench.asked()).isEmpty();
        assertThat(collection(loan, 1).state()).isEqualTo(CollectionState.SKIPPED);
        assertThat(autopay(loan).reason()).isEqualTo("LOAN_ENDED");
        assertThat(bench.tables.sent(RevokeMandate.class)).hasSize(1);
    }

    @Test
    void four_attempts_are_made_on_four_days_and_then_the_borrower_is_told() {
        UUID loan = bench.active(1, 1, 1_000_00);
        bench.workAt("2026-12-09T03:30:00Z");
        for (int day = 10; day <= 20; day++) {
            bench.workAt("2026-12-" + day + "T04:30:00Z");
            CollectInstalment last = bench.asked().get(bench.asked().size() - 1);
            bench.outcome(last, Status.FAILED, 3);
        }

        assertThat(bench.asked()).extracting(CollectInstalment::attempt).containsExactly(1, 2, 3, 4);
        assertThat(bench.asked()).extracting(CollectInstalment::paymentId).doesNotHaveDuplicates();
        assertThat(collection(loan, 1).state()).isEqualTo(CollectionState.GIVEN_UP);
        assertThat(bench.tables.sent(AutopayNotice.class))
                .extracting(AutopayNotice::kind)
                .containsExactly(AutopayNotice.Kind.UPCOMING, AutopayNotice.Kind.GIVEN_UP);
        assertThat(bench.givenUp).isEqualTo(1);
        assertThat(bench.bounces)
                .as("only the first presentation costs a fee")
                .containsExactly(bench.asked().get(0).paymentId());
    }

    @Test
    void an_unknown_outcome_blocks_until_it_is_resolved() {
        UUID loan = bench.active(1, 1, 1_000_00);
        bench.workAt("2026-12-09T03:30:00Z");
        bench.workAt("2026-12-10T04:30:00Z");
        CollectInstalment first = bench.asked().get(0);
        bench.outcome(first, Status.UNKNOWN, 3);
        bench.workAt("2027-01-20T04:30:00Z");
        assertThat(bench.asked()).hasSize(1);

        bench.outcome(first, Status.FAILED, 4);
        bench.workAt("2027-01-20T04:31:00Z");

        assertThat(bench.asked()).hasSize(2);
        assertThat(collection(loan, 1).attempts()).isEqualTo(2);
    }

    @Test
    void a_declined_request_is_no_bounce() {
        bench.active(1, 1, 15_000_01);
        bench.workAt("2026-12-09T03:30:00Z");
        bench.workAt("2026-12-10T04:30:00Z");
        bench.outcome(bench.asked().get(0), Status.FAILED, 3);

        assertThat(bench.bounces).isEmpty();
    }

    @Test
    void a_debit_that_fails_because_the_mandate_was_given_back_is_no_bounce_and_no_attempt_follows() {
        UUID loan = bench.active(1, 1, 1_000_00);
        bench.workAt("2026-12-09T03:30:00Z");
        bench.workAt("2026-12-10T04:30:00Z");
        bench.set(loan, bench.borrower(loan), false);
        bench.outcome(bench.asked().get(0), Status.FAILED, 3);
        bench.workAt("2026-12-20T04:30:00Z");

        assertThat(bench.bounces).isEmpty();
        assertThat(bench.asked()).hasSize(1);
        assertThat(collection(loan, 1).state()).isEqualTo(CollectionState.SKIPPED);
    }

    @Test
    void killed_between_the_fee_and_the_outcome_it_charges_once_and_notes_it_after_all() {
        UUID loan = bench.active(1, 1, 1_000_00);
        bench.workAt("2026-12-09T03:30:00Z");
        bench.workAt("2026-12-10T04:30:00Z");
        CollectInstalment first = bench.asked().get(0);
        bench.killedAfterFee = true;
        assertThatThrownBy(() -> bench.outcome(first, Status.FAILED, 3)).hasMessageContaining("killed");
        assertThat(collection(loan, 1).state()).isEqualTo(CollectionState.ASKED);

        bench.killedAfterFee = false;
        bench.outcome(first, Status.FAILED, 3);
        bench.outcome(first, Status.FAILED, 3);

        assertThat(bench.bounces).hasSize(1);
        assertThat(collection(loan, 1).state()).isEqualTo(CollectionState.NOTICED);
        assertThat(bench.outcomes).hasSize(1).containsValue(1);
    }

    private Autopay autopay(UUID loan) {
        return Objects.requireNonNull(bench.tables.autopays.get(loan));
    }

    private InstalmentCollection collection(UUID loan, int number) {
        return Objects.requireNonNull(bench.tables.collections.get(new InstalmentKey(loan, number)));
    }
}
