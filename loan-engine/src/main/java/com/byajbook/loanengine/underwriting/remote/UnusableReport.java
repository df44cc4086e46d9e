package com.byajbook.loanengine.underwriting.remote;

/** The bureau answered, but not with a report. */
final class UnusableReport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableReport(String detail, Throwable cause) {
        super(detail, cause);
    }
}
