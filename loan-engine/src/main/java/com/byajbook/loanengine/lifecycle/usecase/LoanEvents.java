package com.byajbook.loanengine.lifecycle.usecase;

import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.MessageType;
import java.time.Instant;

/** Moves as other services hear of them. */
final class LoanEvents {

    private LoanEvents() {}

    static LoanChanged changed(LoanNow loan, LoanMove move, Instant at) {
        return new LoanChanged(
                Ids.v5(loan.loanId(), MessageType.LOAN_CHANGED.routingKey() + ":" + loan.version()),
                at,
                loan.loanId(),
                loan.borrowerId(),
                loan.version(),
                loan.status(),
                loan.amountPaise(),
                loan.tenureMonths(),
                loan.purpose(),
                loan.receivedAt(),
                loan.decidedAt(),
                terms(loan),
                move.committedPaise(),
                move.standing(),
                move.reason());
    }

    private static LoanDecided.Terms terms(LoanNow loan) {
        return new LoanDecided.Terms(
                loan.annualRatePercent().toPlainString(),
                loan.aprPercent().toPlainString(),
                loan.emiPaise(),
                loan.totalPayablePaise(),
                loan.kfsHash());
    }
}
