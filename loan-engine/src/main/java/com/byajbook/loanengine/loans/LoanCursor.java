package com.byajbook.loanengine.loans;

import java.time.Instant;
import java.util.UUID;

/** Where a page ended: the last loan that was on it. Loans are listed from new to old. */
record LoanCursor(Instant receivedAt, UUID id) {

    static LoanCursor after(LoanView loan) {
        return new LoanCursor(loan.receivedAt(), loan.id());
    }
}
