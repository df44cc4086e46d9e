package com.byajbook.paymentflow.ledger.domain;

/**
 * The chart of accounts. What somebody owns is a liability of ours and can be held and never overdrawn; what nobody owns is
 * shared by all, so it is hot, and is never held.
 */
public enum AccountKind {
    /** The bank account that lenders pay into. */
    LENDERS_ESCROW(Book.LENDERS_ESCROW, Side.DEBIT, false),
    /** What a lender has with us. */
    LENDER_WALLET(Book.LENDERS_ESCROW, Side.CREDIT, true),
    /** What lenders gave for one loan and the borrower has not got yet. */
    LOAN_FUNDS(Book.LENDERS_ESCROW, Side.CREDIT, true),
    /** Fees that were kept from disbursals and still lie in the lenders' escrow. */
    LENDERS_ESCROW_FEES(Book.LENDERS_ESCROW, Side.CREDIT, false),
    /** Money in the lenders' escrow that nobody could be found for. */
    LENDERS_ESCROW_SUSPENSE(Book.LENDERS_ESCROW, Side.CREDIT, false),
    /** Money that left the lenders' wallets and is on its way out of the escrow, with an outcome that is not known yet. */
    LENDERS_ESCROW_IN_TRANSIT(Book.LENDERS_ESCROW, Side.CREDIT, false),

    /** The bank account that borrowers pay into. */
    BORROWERS_ESCROW(Book.BORROWERS_ESCROW, Side.DEBIT, false),
    /** What came in for one loan and is not shared out yet. */
    LOAN_RECEIPTS(Book.BORROWERS_ESCROW, Side.CREDIT, true),
    /** What a lender got back from borrowers and is not paid out yet. */
    LENDER_PROCEEDS(Book.BORROWERS_ESCROW, Side.CREDIT, true),
    /** Penal charges and fees that borrowers paid and still lie in the borrowers' escrow. */
    BORROWERS_ESCROW_FEES(Book.BORROWERS_ESCROW, Side.CREDIT, false),
    /** Money in the borrowers' escrow that nobody could be found for. */
    BORROWERS_ESCROW_SUSPENSE(Book.BORROWERS_ESCROW, Side.CREDIT, false),
    /** Money on its way out of the borrowers' escrow, with an outcome that is not known yet. */
    BORROWERS_ESCROW_IN_TRANSIT(Book.BORROWERS_ESCROW, Side.CREDIT, false),

    /** The platform's own bank account. */
    PLATFORM_BANK(Book.PLATFORM, Side.DEBIT, false),
    /** What the platform earned. */
    FEE_INCOME(Book.PLATFORM, Side.CREDIT, false);

    private final Book book;
    private final Side side;
    private final boolean owned;

    AccountKind(Book book, Side side, boolean owned) {
        this.book = book;
        this.side = side;
        this.owned = owned;
    }

    /** The book that it stands in. */
    public Book book() {
        return book;
    }

    /** The side on which it grows. */
    public Side side() {
        return side;
    }

    /** Whether there is one for each owner, a lender or a loan, which can be held and never overdrawn. */
    public boolean isOwned() {
        return owned;
    }

    /** Where an account grows. */
    public enum Side {
        DEBIT,
        CREDIT
    }
}
