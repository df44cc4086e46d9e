package com.byajbook.loadtests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.LiveEvents;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.client.SandboxControl.Collection;
import com.byajbook.loadtests.client.SandboxControl.Sms;
import com.byajbook.loadtests.harness.Patience;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.SqlDatabase;
import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each story whose payment ends in a way of its own knows it by its amount: others may still be paying meanwhile. */
@InTown(TownKind.STORIES)
final class PayingIT {
    /** That there is an offer, that it is before lenders, that it is paid out, and the receipt. */
    private static final int MESSAGES = 4;

    @Test
    void takes_a_payment_at_once_and_tells_its_success_live_and_by_message(Town town) {
        Person person = town.newcomer();
        UUID loan = town.fundedLoan(person);
        try (LiveEvents live = town.api().live(person)) {
            assertThat(live.await(event -> event.name().equals("ready"), Town.SOON))
                    .isPresent();

            Answer answer = town.api().pay(person, PublicApi.freshKey(), PublicApi.payment(loan, 12_345));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
            assertThat(answer.text("status")).isEqualTo("PENDING");
            assertThat(answer.text("upiIntent")).startsWith("upi://pay?");
            String id = answer.text("id");
            assertThat(live.await(event -> event.tells(id, "SUCCEEDED"), Town.SOON))
                    .isPresent();
            Answer paid = town.awaitStatus(person, "/v1/payments/" + id, "SUCCEEDED");
            assertThat(paid.text("utr")).matches("[0-9]{12}");
            assertThat(paid.json().path("amountPaise").asLong()).isEqualTo(12_345);
        }
        List<Sms> inbox = town.awaitMessages(person, MESSAGES);
        assertThat(inbox).extracting(Sms::text).anyMatch(text -> text.contains("123.45") && text.contains("UTR"));
    }

    @Test
    void tells_the_reason_of_a_failed_payment(Town town) {
        Person person = town.newcomer();
        UUID loan = town.fundedLoan(person);
        town.sandbox().setUpi("{\"outcome\":\"FAILURE\",\"forAmountPaise\":10001}");

        UUID payment = town.pay(person, loan, 10_001);

        Answer failed = town.awaitStatus(person, "/v1/payments/" + payment, "FAILED");
        assertThat(failed.text("reason")).isNotEmpty();
    }

    @Test
    void ends_a_payment_once_although_its_webhook_comes_four_times(Town town) {
        Person person = town.newcomer();
        UUID loan = town.fundedLoan(person);
        town.sandbox().setUpi("{\"outcome\":\"SUCCESS\",\"duplicates\":3,\"forAmountPaise\":10002}");

        UUID payment = town.pay(person, loan, 10_002);

        town.awaitStatus(person, "/v1/payments/" + payment, "SUCCEEDED");
        Patience.until(
                () -> collections(town, payment).stream().anyMatch(collection -> collection.webhooksAcked() == 4),
                Town.SOON,
                () -> "the webhook was not taken four times: " + collections(town, payment));
        SqlDatabase books = town.platform().database(Service.PAYMENT_FLOW);
        assertThat(books.count("select count(*) from provider_event where payment_id = ?", payment))
                .isEqualTo(1);
        assertThat(books.count("select count(*) from utr_claim where payment_id = ?", payment))
                .isEqualTo(1);
        assertThat(town.awaitMessages(person, MESSAGES)).hasSize(MESSAGES);
    }

    private static List<Collection> collections(Town town, UUID payment) {
        return town.sandbox().collections().stream()
                .filter(collection -> collection.merchantTxnId().equals(payment.toString()))
                .toList();
    }

    @Test
    void asks_the_provider_about_a_payment_whose_webhook_never_comes(Town town) {
        Person person = town.newcomer();
        UUID loan = town.fundedLoan(person);
        town.sandbox().setUpi("{\"outcome\":\"SUCCESS\",\"dropWebhook\":true,\"forAmountPaise\":10003}");

        UUID payment = town.pay(person, loan, 10_003);

        town.awaitStatus(person, "/v1/payments/" + payment, "SUCCEEDED");
    }

    @Test
    void refuses_to_take_money_for_a_loan_that_is_not_paid_out_and_says_what_comes_first(Town town) {
        Person person = town.newcomer();
        UUID loan = town.offer(person);

        Answer refused = town.api().pay(person, PublicApi.freshKey(), PublicApi.payment(loan, 10_000));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("loan-not-payable");
        assertThat(refused.text("detail")).contains("OFFERED", "Accept the offer first");
    }

    @Test
    void refuses_to_take_money_for_a_loan_that_was_declined(Town town) {
        Person person = town.newcomer();
        town.sandbox().setCredit(person.id(), "{\"score\":520}");
        UUID loan = town.apply(person);
        town.awaitStatus(person, "/v1/loans/" + loan, "DECLINED");

        Answer refused = town.api().pay(person, PublicApi.freshKey(), PublicApi.payment(loan, 10_000));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("loan-not-payable");
    }
}
