package com.byajbook.api.loans;

/** What belongs to an offer, or to the loan that it became. */
enum LoanDocument {
    KFS("/kfs", "key fact statement", LoanView.OFFERED),
    SCHEDULE("/schedule", "schedule", LoanView.OFFERED),
    STATEMENT("/statement", "statement", LoanView.ACTIVE),
    FORECLOSURE_QUOTE("/foreclosure-quote", "foreclosure quote", LoanView.ACTIVE),
    AUTOPAY("/autopay", "autopay", LoanView.ACTIVE);

    private final String path;
    private final String words;
    private final String since;

    LoanDocument(String path, String words, String since) {
        this.path = path;
        this.words = words;
        this.since = since;
    }

    String path() {
        return path;
    }

    String words() {
        return words;
    }

    /** The state of a loan that has it first. */
    String since() {
        return since;
    }
}
