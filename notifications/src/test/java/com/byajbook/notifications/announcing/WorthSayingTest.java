package com.byajbook.notifications.announcing;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.notifications.Events;
import com.byajbook.notifications.delivery.Announcement;
import com.byajbook.notifications.wording.Notice;
import com.byajbook.notifications.wording.Notice.Kind;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.PaymentChanged.Status;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WorthSayingTest {
    private final UUID person = UUID.randomUUID();

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
                        paid.messageId(),
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

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "UNKNOWN"})
    void keeps_quiet_about_a_payment_that_has_not_ended(Status status) {
        assertThat(WorthSaying.about(Events.payment(person, status, null, null)))
                .isEmpty();
    }
}
