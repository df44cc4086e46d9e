package com.byajbook.loadtests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.lending.Lenders;
import com.byajbook.loadtests.stage.Funding;
import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@InTown(TownKind.STORIES)
final class LendingIT {

    @Test
    void three_lenders_fund_a_loan_and_each_gets_its_exact_part_of_what_is_paid_back(Town town) {
        Funding funding = Funding.offered(town);
        funding.accept();
        funding.awaitLoan("LISTED");
        for (int lender = 0; lender < 3; lender++) {
            UUID commitment = funding.commit(lender);
            funding.awaitCommitment(lender, commitment, lender == 2 ? "INVESTED" : "HELD");
        }
        funding.awaitLoan("ACTIVE");

        Answer part = funding.pay(100_001);
        assertThat(part.json().path("split").path("principalPaise").asLong()).isEqualTo(100_001);
        // 35,000.4, 32,500.3 and 32,500.3 by their parts: the paisa that is left over is of the largest remainder.
        assertThat(funding.proceeds(0) + funding.proceeds(1) + funding.proceeds(2))
                .isEqualTo(100_001);
        assertThat(funding.proceeds(0)).isEqualTo(35_001);
        assertThat(funding.proceeds(1)).isEqualTo(32_500);
        assertThat(funding.proceeds(2)).isEqualTo(32_500);

        long payoff = funding.payoff();
        Answer last = funding.pay(payoff);
        funding.awaitLoan("CLOSED");
        assertThat(last.json().path("split").path("excessPaise").asLong()).isZero();
        for (int lender = 0; lender < 3; lender++) {
            assertThat(funding.proceeds(lender)).isEqualTo(Funding.PARTS.get(lender));
        }
    }

    @Test
    void who_may_lend_no_more_to_a_borrower_makes_room_for_the_next_lender(Town town) {
        Person borrower = town.newcomer();
        Person first = town.lenders(1).get(0);
        Person second = town.lenders(1).get(0);
        Lenders alone = new Lenders(List.of(first));
        town.fundedLoan(borrower, alone);
        town.fundedLoan(borrower, alone);

        // A third 20,000 of one lender would be more than 50,000 rupees to one borrower.
        town.fundedLoan(borrower, new Lenders(List.of(first, second)));

        assertThat(invested(town, first)).isEqualTo(4_000_000);
        assertThat(invested(town, second)).isEqualTo(2_000_000);
        assertThatThrownBy(() -> town.fundedLoan(borrower, alone))
                .isInstanceOf(HarnessException.class)
                .hasMessageContaining("No lender is left");
    }

    private static long invested(Town town, Person lender) {
        return town.api().get(lender, "/v1/wallet").json().path("investedPaise").asLong();
    }

    @Test
    void what_a_lender_does_not_have_is_not_promised(Town town) {
        Funding funding = Funding.offered(town);
        funding.accept();
        funding.awaitLoan("LISTED");

        // Asked for at once: whichever comes first is held, and the other one finds nothing left.
        List<Answer> both = Stream.of(funding.commit(0), funding.commit(0))
                .map(commitment -> funding.decided(0, commitment))
                .toList();

        assertThat(both).extracting(answer -> answer.text("status")).containsExactlyInAnyOrder("HELD", "REFUSED");
        assertThat(both)
                .extracting(answer -> answer.text("reason"))
                .containsExactlyInAnyOrder("", "INSUFFICIENT_FUNDS");
    }

    @Test
    void nobody_agrees_to_another_statement_than_the_one_that_was_shown(Town town) {
        Funding funding = Funding.offered(town);

        Answer refused = town.api()
                .post(
                        funding.borrower(),
                        "/v1/loans/" + funding.loan() + "/acceptance",
                        PublicApi.freshKey(),
                        "{\"kfsHash\":\"" + "0".repeat(64) + "\"}");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("kfs-hash-mismatch");
    }
}
