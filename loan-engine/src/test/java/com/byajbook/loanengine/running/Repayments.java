package com.byajbook.loanengine.running;

import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.PaymentChanged;
import java.time.Instant;
import java.util.UUID;

/** What payment-flow tells of repayments. */
final class Repayments {

    private Repayments() {}

    static PaymentChanged changed(LoanDecided loan, UUID payment, PaymentChanged.Status status, long paise) {
        return new PaymentChanged(
                UUID.randomUUID(),
                Instant.now(),
                payment,
                loan.loanId(),
                loan.borrowerId(),
                status == PaymentChanged.Status.REVERSED ? 3 : 2,
                status,
                paise,
                "UTR" + payment,
                null,
                null);
    }
}
