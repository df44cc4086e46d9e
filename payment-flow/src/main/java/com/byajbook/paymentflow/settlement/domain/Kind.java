package com.byajbook.paymentflow.settlement.domain;

/** How a file and our books differ. The names are stable: alarms and operators use them. */
public enum Kind {
    /** In the file, and not in our books. */
    MISSING_HERE,
    /** In our books, and in no file. */
    MISSING_THERE,
    /** The file says that the money moved, and we do not know yet. */
    OPEN_HERE,
    /** The file says that the money moved, and we count it as failed: we hold what is not ours, or paid what we need not. */
    FAILED_HERE,
    /** Another amount. */
    AMOUNT,
    /** Another bank reference. */
    REFERENCE,
    /** The file says that the bank sent the money back, and we do not know yet. */
    REVERSED;

    /** Whether the file is evidence enough: the payment learns of it as from an inquiry. */
    public boolean settlesByItself() {
        return this == OPEN_HERE || this == REVERSED;
    }
}
