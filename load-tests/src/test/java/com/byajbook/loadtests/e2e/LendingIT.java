package com.byajbook.loadtests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.stage.Funding;
import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import java.util.UUID;
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
    void what_a_lender_does_not_have_is_not_promised(Town town) {
        Funding funding = Funding.offered(town);
        funding.accept();
        funding.awaitLoan("LISTED");

        UUID first = funding.commit(0);
        UUID again = funding.commit(0);

        funding.awaitCommitment(0, first, "HELD");
        funding.awaitCommitment(0, again, "REFUSED");
        assertThat(town.api()
                        .get(funding.lenders().get(0), "/v1/commitments/" + again)
                        .text("reason"))
                .isEqualTo("INSUFFICIENT_FUNDS");
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
