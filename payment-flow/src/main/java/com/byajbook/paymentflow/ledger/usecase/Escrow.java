package com.byajbook.paymentflow.ledger.usecase;

import com.byajbook.paymentflow.ledger.domain.AccountKind;

/** The two escrow accounts, which are never crossed. */
public enum Escrow {
    LENDERS(
            AccountKind.LENDERS_ESCROW,
            AccountKind.LENDERS_ESCROW_IN_TRANSIT,
            AccountKind.LENDERS_ESCROW_SUSPENSE,
            AccountKind.LENDERS_ESCROW_FEES),
    BORROWERS(
            AccountKind.BORROWERS_ESCROW,
            AccountKind.BORROWERS_ESCROW_IN_TRANSIT,
            AccountKind.BORROWERS_ESCROW_SUSPENSE,
            AccountKind.BORROWERS_ESCROW_FEES);

    final AccountKind bank;
    final AccountKind inTransit;
    final AccountKind suspense;
    final AccountKind fees;

    Escrow(AccountKind bank, AccountKind inTransit, AccountKind suspense, AccountKind fees) {
        this.bank = bank;
        this.inTransit = inTransit;
        this.suspense = suspense;
        this.fees = fees;
    }
}
