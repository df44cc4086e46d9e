package com.byajbook.loadtests.load.traffic;

/** The requests that crowds are made of. */
public enum RequestKind {
    PAY("POST /v1/payments", TrafficClass.CRITICAL, true),
    PAYMENT_STATUS("GET /v1/payments/{id}", TrafficClass.CRITICAL, false),
    APPLY("POST /v1/loans", TrafficClass.HIGH, true),
    LOAN_STATUS("GET /v1/loans/{id}", TrafficClass.NORMAL, false),
    QUOTE("POST /v1/quotes", TrafficClass.LOW, true),
    LIST_LOANS("GET /v1/loans", TrafficClass.LOW, false);

    private final String words;
    private final TrafficClass trafficClass;
    private final boolean post;

    RequestKind(String words, TrafficClass trafficClass, boolean post) {
        this.words = words;
        this.trafficClass = trafficClass;
        this.post = post;
    }

    /** As it is called in reports. */
    public String words() {
        return words;
    }

    public TrafficClass trafficClass() {
        return trafficClass;
    }

    /** Whether it has a body and an idempotency key. */
    public boolean isPost() {
        return post;
    }
}
