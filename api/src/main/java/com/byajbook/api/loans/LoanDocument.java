package com.byajbook.api.loans;

/** What belongs to an offer. */
enum LoanDocument {
    KFS("/kfs", "key fact statement"),
    SCHEDULE("/schedule", "schedule");

    private final String path;
    private final String words;

    LoanDocument(String path, String words) {
        this.path = path;
        this.words = words;
    }

    String path() {
        return path;
    }

    String words() {
        return words;
    }
}
