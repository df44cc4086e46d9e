package com.byajbook.notifications.announcing;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.notifications.Events;
import com.byajbook.notifications.delivery.Announcement;
import com.byajbook.notifications.wording.Notice;
import com.byajbook.notifications.wording.Notice.Kind;
import com.byajbook.platform.message.AutopayNotice;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.PaymentChanged.Status;
import com.byajbook.platform.message.RepaymentSplit;
import com.byajbook.platform.message.TransferChanged;
import com.byajbook.platform.message.TransferChanged.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class WorthSayingTest {
    private final UUID person = UUID.randomUUID();

    @Test
    void tells_the_borrower_a_day_before_what_is_collected_and_whether_a_word_is_needed() {
        Map<String, String> facts =
                Map.of("amount", "₹15,000.01", "on", "22-12-2026", "dueOn", "21-12-2026", "reference", "0A1B2C3D-1");

        AutopayNotice debited = Events.autopay(person, AutopayNotice.Kind.UPCOMING, true);
        AutopayNotice approved = Events.autopay(person, AutopayNotice.Kind.UPCOMING, false);
        AutopayNotice left = Events.autopay(person, AutopayNotice.Kind.GIVEN_UP, true);

        assertThat(WorthSaying.about(debited))
                .contains(new Announcement(
                        debited.messageId(), person, new Notice(Kind.AUTOPAY_UPCOMING, facts, 0, List.of())));
        assertThat(WorthSaying.about(approved).map(Announcement::notice).map(Notice::kind))
                .contains(Kind.AUTOPAY_TO_APPROVE);
        assertThat(WorthSaying.about(left).map(Announcement::notice).map(Notice::kind))
                .contains(Kind.AUTOPAY_GIVEN_UP);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE,MANDATE_ACTIVE", "REJECTED,MANDATE_REJECTED", "REVOKED,MANDATE_REVOKED"})
    void tells_the_payer_what_became_of_a_mandate(MandateChanged.Status status, Kind kind) {
        MandateChanged event = Events.mandate(person, status);

        assertThat(WorthSaying.about(event))
                .contains(new Announcement(event.messageId(), person, new Notice(kind, Map.of(), 0, List.of())));
    }

    @Test
    void tells_the_borrower_of_an_offer_with_its_terms() {
        LoanDecided event = Events.offered(person);

        assertThat(WorthSaying.about(event))
                .contains(new Announcement(
                        event.messageId(),
                        person,
                        new Notice(
                                Kind.LOAN_OFFERED,
                                Map.of(
                                        "amount", "₹1,50,000.00",
                                        "annualRate", "15",
                                        "apr", "17.07",
                                        "emi", "₹7,273.00",
                                        "total", "₹1,74,552.00"),
                                24,
                                List.of())));
    }

    @Test
    void gives_every_reason_of_a_refusal() {
        assertThat(WorthSaying.about(Events.declined(person, "SCORE_BELOW_CUT_OFF", "NOT_AFFORDABLE")))
                .map(Announcement::notice)
                .contains(new Notice(
                        Kind.LOAN_DECLINED,
                        Map.of("amount", "₹1,50,000.00"),
                        24,
                        List.of("SCORE_BELOW_CUT_OFF", "NOT_AFFORDABLE")));
    }

    @Test
    void tells_of_a_referral() {
        assertThat(WorthSaying.about(Events.referred(person, "BUREAU_UNAVAILABLE")))
                .map(said -> said.notice().kind())
                .contains(Kind.LOAN_REFERRED);
    }

    @Test
    void tells_the_payer_of_a_success_and_of_a_failure() {
        PaymentChanged paid = Events.payment(person, Status.SUCCEEDED, "412345678901", null);

        assertThat(WorthSaying.about(paid))
                .contains(new Announcement(
                        said(paid).eventId(),
                        person,
                        new Notice(
                                Kind.PAYMENT_SUCCEEDED,
                                Map.of("amount", "₹7,273.00", "utr", "412345678901"),
                                0,
                                List.of())));
        assertThat(WorthSaying.about(Events.payment(person, Status.FAILED, null, "INSUFFICIENT_FUNDS")))
                .map(Announcement::notice)
                .contains(new Notice(
                        Kind.PAYMENT_FAILED, Map.of("amount", "₹7,273.00"), 0, List.of("INSUFFICIENT_FUNDS")));
    }

    @Test
    void tells_of_a_success_once_however_often_it_is_told_what_was_paid() {
        PaymentChanged paid = Events.payment(person, Status.SUCCEEDED, "412345678901", null);
        PaymentChanged allocated = Events.allocated(paid, new RepaymentSplit(0, 0, 73_00, 7_200_00, 0));

        assertThat(allocated.messageId()).isNotEqualTo(paid.messageId());
        assertThat(said(allocated)).as("the same occasion").isEqualTo(said(paid));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "UNKNOWN", "REVERSED"})
    void keeps_quiet_about_a_payment_that_has_not_ended(Status status) {
        assertThat(WorthSaying.about(Events.payment(person, status, null, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LISTED, LOAN_LISTED", "CLOSED, LOAN_CLOSED", "EXPIRED, LOAN_EXPIRED", "CANCELLED, LOAN_CANCELLED"})
    void tells_the_borrower_of_a_state_once(LoanChanged.Status status, Kind kind) {
        UUID loan = UUID.randomUUID();
        Announcement first = said(Events.loan(person, loan, 2, status, "OFFER_EXPIRED"));
        Announcement again = said(Events.loan(person, loan, 3, status, "OFFER_EXPIRED"));

        assertThat(first.notice().kind()).isEqualTo(kind);
        assertThat(first.recipient()).isEqualTo(person);
        assertThat(first.notice().reasons()).containsExactly("OFFER_EXPIRED");
        assertThat(again).as("the same occasion").isEqualTo(first);
        assertThat(said(Events.loan(person, UUID.randomUUID(), 2, status, null)).eventId())
                .as("another loan")
                .isNotEqualTo(first.eventId());
    }

    @Test
    void tells_the_borrower_that_the_money_is_on_its_way_and_when_the_first_payment_is_due() {
        UUID loan = UUID.randomUUID();
        Announcement news = said(Events.active(person, loan, 5, 0, 7_273_00));

        assertThat(news.notice())
                .isEqualTo(new Notice(
                        Kind.LOAN_ACTIVE,
                        Map.of("amount", "₹1,50,000.00", "due", "₹7,273.00", "dueOn", "22-12-2026"),
                        0,
                        List.of()));
        assertThat(said(Events.active(person, loan, 6, 20, 2_273_00)).eventId())
                .as("a change of what is owed is the same occasion")
                .isEqualTo(news.eventId());
    }

    @Test
    void says_nothing_of_what_is_owed_once_the_disbursal_may_be_forgotten() {
        assertThat(WorthSaying.about(Events.active(person, UUID.randomUUID(), 7, 21, 7_273_00)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFERED", "FUNDED", "DISBURSING", "WRITTEN_OFF", "ACTIVE"})
    void keeps_quiet_about_steps_that_ask_nothing_of_the_borrower(LoanChanged.Status status) {
        // ACTIVE without a standing: nobody says when the first payment is due.
        assertThat(WorthSaying.about(Events.loan(person, UUID.randomUUID(), 4, status, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, COMMITMENT_REFUSED, MORE_THAN_LEFT",
        "INVESTED, COMMITMENT_INVESTED,",
        "RELEASED, COMMITMENT_RELEASED, LISTING_EXPIRED"
    })
    void tells_the_lender_what_became_of_a_commitment(
            CommitmentChanged.Status status, Kind kind, @Nullable String reason) {
        CommitmentChanged event = Events.commitment(person, status, reason);

        assertThat(WorthSaying.about(event))
                .contains(new Announcement(
                        event.messageId(),
                        person,
                        new Notice(
                                kind, Map.of("amount", "₹5,000.00"), 0, reason == null ? List.of() : List.of(reason))));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "HELD"})
    void keeps_quiet_about_a_commitment_that_waits(CommitmentChanged.Status status) {
        assertThat(WorthSaying.about(Events.commitment(person, status, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DEPOSIT, DEPOSIT_SUCCEEDED",
        "PAYOUT, PAYOUT_SUCCEEDED",
        "WITHDRAWAL, WITHDRAWAL_SUCCEEDED",
        "REFUND, REFUND_SUCCEEDED"
    })
    void tells_the_owner_of_money_that_moved(Purpose purpose, Kind kind) {
        TransferChanged event = Events.transfer(person, purpose, TransferChanged.Status.SUCCEEDED, null);

        assertThat(WorthSaying.about(event))
                .contains(new Announcement(
                        event.messageId(),
                        person,
                        new Notice(kind, Map.of("amount", "₹9,000.00", "utr", "412345678902"), 0, List.of())));
    }

    @ParameterizedTest
    @EnumSource
    void of_what_failed_only_a_deposit_is_news(Purpose purpose) {
        TransferChanged event = Events.transfer(person, purpose, TransferChanged.Status.FAILED, "INSUFFICIENT_FUNDS");

        assertThat(WorthSaying.about(event).map(said -> said.notice().kind()))
                .isEqualTo(purpose == Purpose.DEPOSIT ? Optional.of(Kind.DEPOSIT_FAILED) : Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "UNKNOWN", "REVERSED"})
    void keeps_quiet_about_a_transfer_under_way(TransferChanged.Status status) {
        for (Purpose purpose : Purpose.values()) {
            assertThat(WorthSaying.about(Events.transfer(person, purpose, status, null)))
                    .isEmpty();
        }
    }

    @Test
    void a_disbursal_is_told_by_the_loan() {
        assertThat(WorthSaying.about(
                        Events.transfer(person, Purpose.DISBURSAL, TransferChanged.Status.SUCCEEDED, null)))
                .isEmpty();
    }

    private static Announcement said(Message event) {
        return WorthSaying.about(event).orElseThrow();
    }
}
