package com.byajbook.loanengine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.CommitFunds;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitmentRacesIT {

    private static final long THOUSAND = 1_000_00;
    private static final int MANY = 200;

    private static Market market;

    /** Small batches, several at once, so that the broker's path is concurrent too; a lender's cap within reach of a test. */
    @BeforeAll
    static void start() {
        market = Market.open(Map.of(
                "byajbook.marketplace.commands.batch-size", "7",
                "byajbook.marketplace.commands.concurrency", "4",
                "byajbook.marketplace.replies.batch-size", "7",
                "byajbook.marketplace.replies.concurrency", "4",
                "byajbook.marketplace.lender-cap-paise", "12000000"));
    }

    @AfterAll
    static void stop() {
        market.close();
    }

    @BeforeEach
    void everybody_has_money() {
        market.payments.answer(PlayedPayments::held);
    }

    @Test
    void two_hundred_lenders_race_for_one_loan() {
        LoanDecided offer = market.list(100 * THOUSAND);
        UUID loan = offer.loanId();
        List<CommitFunds> wishes = IntStream.range(0, MANY)
                .mapToObj(i -> market.commit(UUID.randomUUID(), loan, (1 + i % 3) * THOUSAND))
                .toList();

        market.engine.send(wishes);
        market.awaitStatus(loan, LoanChanged.Status.DISBURSING);
        awaitEnds(loan, MANY);

        assertThat(market.engine.count(Market.HELD, loan)).isEqualTo(100 * THOUSAND);
        assertThat(market.engine.count(Market.RESERVED, loan)).isZero();
        assertThat(count(loan, "HELD") + count(loan, "REFUSED")).isEqualTo(MANY);
        assertThat(market.awaitDisbursal(loan).parts()).hasSize((int) count(loan, "HELD"));
        market.assertBooksAgree();
    }

    /** Every third lender has no money, so what was reserved for them is fought for again. */
    @Test
    void room_that_is_given_back_is_never_given_twice() {
        UUID loan = market.list(30 * THOUSAND).loanId();
        market.payments.answer(hold -> hold.holdId().getLeastSignificantBits() % 3 == 0
                ? PlayedPayments.refused(hold)
                : PlayedPayments.held(hold));

        market.engine.send(IntStream.range(0, MANY)
                .mapToObj(i -> market.commit(UUID.randomUUID(), loan, THOUSAND))
                .toList());
        awaitEnds(loan, MANY);

        assertThat(market.engine.count(Market.HELD, loan)).isBetween(THOUSAND, 30 * THOUSAND);
        market.assertBooksAgree();
    }

    @Test
    void one_lender_races_against_the_caps() {
        UUID lender = UUID.randomUUID();
        List<UUID> loans = IntStream.range(0, 4)
                .mapToObj(i -> market.list(100 * THOUSAND).loanId())
                .toList();

        market.engine.send(IntStream.range(0, MANY)
                .mapToObj(i -> market.commit(lender, loans.get(i % loans.size()), 4 * THOUSAND))
                .toList());
        loans.forEach(loan -> awaitEnds(loan, MANY / loans.size()));

        assertThat(market.engine.count(Market.LENT, lender)).isEqualTo(120 * THOUSAND);
        assertThat(market.engine.count("select max(committed_paise) from pair_exposure where lender_id = $1", lender))
                .isBetween(4 * THOUSAND, 50 * THOUSAND);
        assertThat(market.engine.count(
                        "select coalesce(sum(amount_paise), 0)::bigint from commitment where state = 'HELD' and lender_id = $1",
                        lender))
                .isEqualTo(120 * THOUSAND);
        market.assertBooksAgree();
    }

    /** Every wish is owed an end: its money is held or it is refused. */
    private static void awaitEnds(UUID loan, int count) {
        await().atMost(Market.PATIENCE)
                .untilAsserted(() -> assertThat(count(loan, "HELD") + count(loan, "REFUSED") + count(loan, "INVESTED"))
                        .isEqualTo(count));
    }

    private static long count(UUID loan, String state) {
        return market.engine.count(
                "select count(*) from commitment where state = '" + state + "' and loan_id = $1", loan);
    }
}
