package com.byajbook.paymentflow.architecture.violators.payments.persistence;

/** Something to depend on. */
public final class Table {

    /** A row count. */
    public int rows() {
        return 0;
    }
}
