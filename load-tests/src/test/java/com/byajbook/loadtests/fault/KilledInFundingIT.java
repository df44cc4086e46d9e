package com.byajbook.loadtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.harness.Patience;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.stage.Funding;
import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * One loan from its offer to its first repayment, with {@code kill -9} after each step of it: what a service sends to the
 * broker is held, so that nothing of the step can leave it; the kill comes when the database shows the step's commit; what
 * was held is thrown away. The next life of the service has to go on from there.
 */
@InTown(TownKind.FAULTS)
final class KilledInFundingIT {
    /** So that the outcome of a payout does not come before the kill, and comes while the provider may still be asked. */
    private static final String SLOW = "{\"outcome\":\"SUCCESS\",\"webhookDelayMs\":5000,\"default\":true}";

    private static final String LOAN_IS = "select count(*) from loan where id = ? and status = ?";

    @AfterEach
    void mend(Town town) {
        town.sandbox().setUpi("{\"default\":true}");
        town.platform().mend();
    }

    @Test
    void a_loan_is_funded_paid_out_and_paid_back_once_whoever_dies_after_whichever_step(Town town) {
        Funding funding = Funding.offered(town);
        UUID loan = funding.loan();

        hold(town, Service.LOAN_ENGINE);
        funding.accept();
        killOnce(town, Service.LOAN_ENGINE, LOAN_IS, loan, "LISTED");
        town.platform().mend();
        funding.awaitLoan("LISTED");

        hold(town, Service.LOAN_ENGINE);
        UUID first = funding.commit(0);
        killOnce(town, Service.LOAN_ENGINE, "select count(*) from commitment where id = ?", first);
        town.platform().mend();
        funding.awaitCommitment(0, first, "HELD");

        hold(town, Service.PAYMENT_FLOW);
        UUID second = funding.commit(1);
        killOnce(town, Service.PAYMENT_FLOW, "select count(*) from ledger_hold where hold_id = ?", second);
        town.platform().mend();
        funding.awaitCommitment(1, second, "HELD");

        // The answer to the last hold is kept back until the loan engine cannot send any more.
        town.sandbox().setUpi(SLOW);
        hold(town, Service.PAYMENT_FLOW);
        UUID third = funding.commit(2);
        await(town, Service.PAYMENT_FLOW, "select count(*) from ledger_hold where hold_id = ?", third);
        hold(town, Service.LOAN_ENGINE);
        town.platform().brokerLink(Service.PAYMENT_FLOW).flow();
        killOnce(town, Service.LOAN_ENGINE, LOAN_IS, loan, "DISBURSING");

        hold(town, Service.PAYMENT_FLOW);
        start(town, Service.LOAN_ENGINE);
        killOnce(
                town,
                Service.PAYMENT_FLOW,
                "select count(*) from payment where loan_id = ? and purpose = 'DISBURSAL'",
                loan);
        start(town, Service.PAYMENT_FLOW);
        hold(town, Service.PAYMENT_FLOW);
        killOnce(
                town,
                Service.PAYMENT_FLOW,
                "select count(*) from payment where loan_id = ? and purpose = 'DISBURSAL' and state = 'SUCCEEDED'",
                loan);

        hold(town, Service.LOAN_ENGINE);
        start(town, Service.PAYMENT_FLOW);
        killOnce(town, Service.LOAN_ENGINE, LOAN_IS, loan, "ACTIVE");
        town.platform().mend();
        funding.awaitLoan("ACTIVE");

        town.sandbox().setUpi("{\"default\":true}");
        hold(town, Service.LOAN_ENGINE);
        UUID payment = town.pay(funding.borrower(), loan, 100_001);
        killOnce(town, Service.LOAN_ENGINE, "select count(*) from repayment where payment_id = ?", payment);
        hold(town, Service.PAYMENT_FLOW);
        start(town, Service.LOAN_ENGINE);
        killOnce(
                town,
                Service.PAYMENT_FLOW,
                "select count(*) from ledger_transaction where subject_id = ? and purpose = 'DISTRIBUTION'",
                loan);
        town.platform().mend();
        var unused = funding.allocated(payment);

        assertThat(funding.proceeds(0)).isEqualTo(35_001);
        assertThat(funding.proceeds(1)).isEqualTo(32_500);
        assertThat(funding.proceeds(2)).isEqualTo(32_500);
        assertEachOnce(town, loan);
        town.assertEveryPromiseKept();
    }

    private static void assertEachOnce(Town town, UUID loan) {
        String booked = "select count(*) from ledger_transaction where subject_id = ? and purpose = ?";
        var books = town.platform().database(Service.PAYMENT_FLOW);
        assertThat(books.count(booked, loan, "FUNDING")).isOne();
        // On its way, and out.
        assertThat(books.count(booked, loan, "DISBURSAL")).isEqualTo(2);
        assertThat(books.count(booked, loan, "REPAYMENT")).isOne();
        assertThat(books.count(booked, loan, "DISTRIBUTION")).isOne();
        assertThat(books.count("select count(*) from ledger_book where (select sum(balance_paise) from ledger_account"
                        + " where ledger_account.book = ledger_book.book) <> 0"))
                .isZero();
        assertThat(town.platform()
                        .database(Service.LOAN_ENGINE)
                        .count("select count(*) from commitment where loan_id = ? and state = 'INVESTED'", loan))
                .isEqualTo(3);
    }

    /** From now on nothing that the service sends reaches the broker. */
    private static void hold(Town town, Service service) {
        town.platform().brokerLink(service).stallToServer();
    }

    private static void await(Town town, Service service, String committed, Object... arguments) {
        Patience.until(
                () -> town.platform().database(service).count(committed, arguments) > 0,
                Town.SOON.multipliedBy(3),
                () -> service + " never committed: " + committed);
    }

    private static void killOnce(Town town, Service service, String committed, Object... arguments) {
        await(town, service, committed, arguments);
        town.platform().process(service).kill();
        town.platform().brokerLink(service).cut();
    }

    private static void start(Town town, Service service) {
        town.platform().brokerLink(service).restore();
        town.platform().process(service).launch();
        town.platform().process(service).awaitReady();
    }
}
