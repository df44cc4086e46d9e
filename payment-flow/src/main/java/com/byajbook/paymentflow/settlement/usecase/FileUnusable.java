package com.byajbook.paymentflow.settlement.usecase;

/** A settlement file that is not there or cannot be believed; it is asked for again later. */
public final class FileUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FileUnusable(String why) {
        super(why, null, false, false);
    }

    /** What is wrong with it, for operators. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
