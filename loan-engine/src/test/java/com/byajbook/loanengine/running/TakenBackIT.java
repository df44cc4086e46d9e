package com.byajbook.loanengine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.DistributeRepayment;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.TakeBackRepayment;
import com.byajbook.platform.message.TransferChanged;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TakenBackIT {

    private static final long THOUSAND = 1_000_00;

    private static Market market;

    @BeforeAll
    static void start() {
        market = Market.open(Map.of());
    }

    @AfterAll
    static void stop() {
        market.close();
    }

    @AfterEach
    void books_agree() {
        market.assertBooksAgree();
    }

    @Test
    void a_loan_whose_closing_repayment_is_taken_back_is_active_again_and_counts_again() {
        LoanDecided loan = active();
        UUID payment = UUID.randomUUID();
        tell(loan, payment, PaymentChanged.Status.SUCCEEDED, 31 * THOUSAND);
        LoanChanged closed = market.awaitStatus(loan.loanId(), LoanChanged.Status.CLOSED);
        assertThat(market.engine.count(Market.OWED, loan.borrowerId())).isZero();
        DistributeRepayment given = awaitOne(DistributeRepayment.class, loan);

        tell(loan, payment, PaymentChanged.Status.REVERSED, 31 * THOUSAND);
        tell(loan, payment, PaymentChanged.Status.REVERSED, 31 * THOUSAND);
        await().atMost(Market.PATIENCE)
                .until(() ->
                        market.heardOf(loan.loanId(), LoanChanged.Status.ACTIVE).size() == 2);

        LoanChanged again =
                market.heardOf(loan.loanId(), LoanChanged.Status.ACTIVE).get(1);
        assertThat(again.loanVersion()).isEqualTo(closed.loanVersion() + 1);
        assertThat(Objects.requireNonNull(again.standing()).outstandingPrincipalPaise())
                .isEqualTo(30 * THOUSAND);
        assertThat(market.engine.count(Market.OWED, loan.borrowerId())).isEqualTo(30 * THOUSAND);
        TakeBackRepayment back = awaitOne(TakeBackRepayment.class, loan);
        assertThat(back.split()).isEqualTo(given.split());
        assertThat(back.parts()).containsExactlyInAnyOrderElementsOf(given.parts());
        assertThat(lines(loan, "TAKEN_BACK")).isOne();
    }

    @Test
    void what_was_taken_back_before_it_was_allocated_never_is() {
        LoanDecided loan = active();
        UUID payment = UUID.randomUUID();
        tell(loan, payment, PaymentChanged.Status.REVERSED, THOUSAND);
        await().atMost(Market.PATIENCE)
                .until(() -> market.engine.count(
                                "select count(*) from repayment where reversed_at is not null and loan_id = $1",
                                loan.loanId())
                        == 1);

        tell(loan, payment, PaymentChanged.Status.SUCCEEDED, THOUSAND);
        tell(loan, UUID.randomUUID(), PaymentChanged.Status.SUCCEEDED, 2 * THOUSAND);
        DistributeRepayment other = awaitOne(DistributeRepayment.class, loan);

        assertThat(other.split().totalPaise()).isEqualTo(2 * THOUSAND);
        assertThat(lines(loan, "PREPAYMENT")).isOne();
        assertThat(lines(loan, "TAKEN_BACK")).isZero();
    }

    private static LoanDecided active() {
        LoanDecided loan = market.fund(20 * THOUSAND, 10 * THOUSAND);
        market.tell(loan.loanId(), TransferChanged.Status.SUCCEEDED);
        market.awaitStatus(loan.loanId(), LoanChanged.Status.ACTIVE);
        return loan;
    }

    private static void tell(LoanDecided loan, UUID payment, PaymentChanged.Status status, long paise) {
        market.engine.send(List.of(Repayments.changed(loan, payment, status, paise)));
    }

    private static <M extends Message> M awaitOne(Class<M> kind, LoanDecided loan) {
        return await().atMost(Market.PATIENCE)
                .until(() -> market.payments.heardOf(kind, loan.loanId()), heard -> !heard.isEmpty())
                .get(0);
    }

    private static long lines(LoanDecided loan, String kind) {
        return market.engine.count(
                "select count(*) from loan_entry where kind = '" + kind + "' and loan_id = $1", loan.loanId());
    }
}
