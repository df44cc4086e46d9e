package com.byajbook.paymentflow.ledger.usecase;

import com.byajbook.paymentflow.ledger.domain.Purpose;

/** Money that crosses the border of an escrow account, in or out. */
public enum Flow {
    DEPOSIT(Escrow.LENDERS, Purpose.DEPOSIT),
    DISBURSAL(Escrow.LENDERS, Purpose.DISBURSAL),
    WITHDRAWAL(Escrow.LENDERS, Purpose.WITHDRAWAL),
    REPAYMENT(Escrow.BORROWERS, Purpose.REPAYMENT),
    PAYOUT(Escrow.BORROWERS, Purpose.PAYOUT),
    REFUND(Escrow.BORROWERS, Purpose.REFUND);

    final Escrow escrow;
    final Purpose purpose;

    Flow(Escrow escrow, Purpose purpose) {
        this.escrow = escrow;
        this.purpose = purpose;
    }

    /** The escrow account whose border it crosses. */
    public Escrow escrow() {
        return escrow;
    }

    /** Whether it comes in. */
    public boolean isInward() {
        return this == DEPOSIT || this == REPAYMENT;
    }
}
