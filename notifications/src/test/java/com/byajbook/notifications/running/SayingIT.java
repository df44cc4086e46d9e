package com.byajbook.notifications.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.notifications.Events;
import com.byajbook.notifications.running.Partners.Delivered;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.PaymentChanged.Status;
import com.byajbook.platform.message.TransferChanged;
import com.byajbook.platform.message.TransferChanged.Purpose;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SayingIT extends RunningService {

    @Test
    void sends_one_sms_for_an_event_that_comes_twice() {
        LoanDecided offer = Events.offered(user);
        publish(Events.contacts(Events.contact(user, 1, phone, "en", "SMS")));
        publish(offer);
        await().untilAsserted(() -> assertThat(PARTNERS.inbox(phone)).hasSize(1));

        publish(offer);
        publish(Events.payment(user, Status.SUCCEEDED, "412345678901", null));

        await().untilAsserted(() -> assertThat(PARTNERS.inbox(phone)).hasSize(2));
        await().during(Duration.ofMillis(500))
                .untilAsserted(
                        () -> assertThat(PARTNERS.inbox(phone))
                                .extracting(Delivered::text)
                                .containsExactly(
                                        "ByajBook: Asha, we received your payment of ₹7,273.00. UTR 412345678901. Thank you.",
                                        "ByajBook: Asha, your loan offer is ready: ₹1,50,000.00 for 24 months at 15% a year (APR 17.07%). "
                                                + "EMI ₹7,273.00, ₹1,74,552.00 in all. Read the key facts in the app before you accept."));
        assertThat(PARTNERS.inbox(phone)).extracting(Delivered::repeats).containsOnly(0);
        assertThat(notifications(user, "DELIVERED")).isEqualTo(2);
    }

    @Test
    void tells_once_that_a_loan_was_paid_out_however_often_what_is_owed_changes() {
        UUID loan = UUID.randomUUID();
        publish(Events.contacts(Events.contact(user, 1, phone, "en", "SMS")));
        publish(Events.active(user, loan, 5, 0, 7_273_00), Events.active(user, loan, 6, 1, 2_273_00));
        await().untilAsserted(() -> assertThat(PARTNERS.inbox(phone)).hasSize(1));
        publish(Events.active(user, loan, 7, 2, 1_273_00));
        publish(Events.loan(user, loan, 8, LoanChanged.Status.CLOSED, null));

        await().untilAsserted(() -> assertThat(PARTNERS.inbox(phone)).hasSizeGreaterThan(1));
        await().during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(PARTNERS.inbox(phone))
                        .extracting(Delivered::text)
                        .containsExactly(
                                "ByajBook: Asha, your loan of ₹1,50,000.00 is closed: you owe nothing on it any more. Thank you.",
                                "ByajBook: Asha, your loan of ₹1,50,000.00 is paid out: the money is on its way to your bank account. "
                                        + "Your first payment of ₹7,273.00 is due on 22-12-2026."));
        assertThat(PARTNERS.inbox(phone)).extracting(Delivered::repeats).containsOnly(0);
        assertThat(notifications(user, "DELIVERED")).isEqualTo(2);
    }

    @Test
    void tells_a_lender_of_commitments_and_deposits() {
        publish(Events.contacts(Events.contact(user, 1, phone, "en", "SMS")));
        publish(Events.commitment(user, CommitmentChanged.Status.REFUSED, "MORE_THAN_LEFT"));
        await().untilAsserted(() -> assertThat(PARTNERS.inbox(phone)).hasSize(1));
        publish(Events.transfer(user, Purpose.DEPOSIT, TransferChanged.Status.SUCCEEDED, null));

        await().untilAsserted(() -> assertThat(PARTNERS.inbox(phone))
                .extracting(Delivered::text)
                .containsExactly(
                        "ByajBook: Asha, your deposit of ₹9,000.00 is in your wallet. UTR 412345678902. Thank you.",
                        "ByajBook: Asha, your ₹5,000.00 could not be put into the loan, because the loan needs less than that. "
                                + "Nothing was taken from your wallet."));
    }

    @Test
    void writes_hindi_by_whatsapp_to_those_who_want_it() {
        publish(Events.contacts(Events.contact(user, 1, phone, "hi", "WHATSAPP", "SMS")));
        publish(Events.declined(user, "SCORE_BELOW_CUT_OFF"));

        await().untilAsserted(() -> assertThat(PARTNERS.inbox(phone)).hasSize(1));
        Delivered message = PARTNERS.inbox(phone).get(0);
        assertThat(message.channel()).isEqualTo("WHATSAPP");
        assertThat(message.to()).isEqualTo(phone);
        assertThat(message.text())
                .isEqualTo(
                        "ByajBook: आशा जी, हम इस समय आपको ₹1,50,000.00 का लोन नहीं दे सकते। कारण: आपका क्रेडिट स्कोर कम है।");
    }

    @Test
    void keeps_quiet_about_payments_under_way() {
        publish(Events.contacts(Events.contact(user, 1, phone, "en", "SMS")));
        publish(
                Events.payment(user, Status.PENDING, null, null),
                Events.payment(user, Status.UNKNOWN, null, "time-out"),
                Events.payment(user, Status.FAILED, null, "INSUFFICIENT_FUNDS"));

        await().during(Duration.ofMillis(500))
                .untilAsserted(
                        () -> assertThat(PARTNERS.inbox(phone))
                                .extracting(Delivered::text)
                                .containsExactly(
                                        "ByajBook: Asha, your payment of ₹7,273.00 did not go through, because there was not enough money in "
                                                + "the account. If your account was debited, your bank will return the money."));
    }

    @Test
    void keeps_the_newest_contact_whatever_the_order_in_which_they_come() {
        publish(Events.contacts(
                Events.contact(user, 2, phone, "en", "SMS"), Events.contact(user, 1, "+919700000000", "en", "SMS")));
        await().until(() -> number("select count(*) as n from contact where user_id = '%s'".formatted(user)) == 1);
        publish(Events.contacts(Events.contact(user, 1, "+919700000000", "en", "SMS")));
        UUID marker = UUID.randomUUID();
        publish(Events.contacts(Events.contact(marker, 1, "+919700000001", "en", "SMS")));
        await().until(() -> number("select count(*) as n from contact where user_id = '%s'".formatted(marker)) == 1);

        publish(Events.referred(user, "BUREAU_UNAVAILABLE"));

        await().untilAsserted(() -> assertThat(PARTNERS.inbox(phone)).hasSize(1));
    }

    @Test
    void lets_a_message_wait_for_a_person_who_is_not_known_yet() {
        publish(Events.offered(user));
        await().untilAsserted(() -> assertThat(notifications(user, "WAITING")).isEqualTo(1));
        // Not looked at by itself any more: the contact has to wake it.
        execute("update notification set due_at = now() + interval '1 hour' where recipient = '%s'".formatted(user));

        publish(Events.contacts(Events.contact(user, 1, phone, "hi", "SMS")));

        await().untilAsserted(() -> assertThat(PARTNERS.inbox(phone)).hasSize(1));
        assertThat(PARTNERS.inbox(phone).get(0).text())
                .startsWith("ByajBook: आशा जी, आपका लोन ऑफ़र तैयार है: ₹1,50,000.00, 24 महीने");
        await().untilAsserted(() -> assertThat(notifications(user, "DELIVERED")).isEqualTo(1));
    }

    @Test
    void finds_the_contact_of_a_waiting_message_that_was_never_woken() {
        publish(Events.offered(user));
        await().untilAsserted(() -> assertThat(notifications(user, "WAITING")).isEqualTo(1));

        // What two transactions that did not see each other leave behind.
        execute("""
                insert into contact (user_id, version, name, phone, language, channels, updated_at)
                values ('%s', 1, 'Asha', '%s', 'en', array['SMS'], now())
                """.formatted(user, phone));

        await().untilAsserted(() -> assertThat(PARTNERS.inbox(phone)).hasSize(1));
    }

    @Test
    void gives_up_a_message_whose_person_stays_unknown() {
        publish(Events.offered(user));
        await().untilAsserted(() -> assertThat(notifications(user, "WAITING")).isEqualTo(1));

        execute("update notification set created_at = now() - interval '25 hours' where recipient = '%s'"
                .formatted(user));

        await().untilAsserted(() -> assertThat(notifications(user, "FAILED")).isEqualTo(1));
    }
}
