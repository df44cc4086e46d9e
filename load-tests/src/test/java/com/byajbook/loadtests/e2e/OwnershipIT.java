package com.byajbook.loadtests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@InTown(TownKind.STORIES)
final class OwnershipIT {

    @Test
    void knows_nothing_of_other_peoples_loans_and_payments(Town town) {
        Person owner = town.newcomer();
        Person stranger = town.newcomer();
        UUID loan = town.fundedLoan(owner);
        UUID payment = town.pay(owner, loan);

        for (String path : List.of(
                "/v1/loans/" + loan,
                "/v1/loans/" + loan + "/kfs",
                "/v1/loans/" + loan + "/schedule",
                "/v1/payments/" + payment)) {
            Answer answer = town.api().get(stranger, path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.text("code")).isEqualTo("not-found");
        }
    }

    @Test
    void takes_no_payment_for_somebody_elses_loan(Town town) {
        UUID loan = town.fundedLoan(town.newcomer());

        Answer answer = town.api().pay(town.newcomer(), PublicApi.freshKey(), PublicApi.payment(loan, 10_000));

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void gives_two_people_with_the_same_key_a_loan_each(Town town) {
        String key = PublicApi.freshKey();
        String body = PublicApi.application(1_000_000, 6, "Goats");

        String first = town.api().apply(town.newcomer(), key, body).text("id");
        String second = town.api().apply(town.newcomer(), key, body).text("id");

        assertThat(first).isNotEqualTo(second);
    }
}
