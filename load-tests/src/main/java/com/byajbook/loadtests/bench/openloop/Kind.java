package com.byajbook.loadtests.bench.openloop;

/** What people want, and how much it matters to the platform. */
public enum Kind {
    PAYMENT("critical", 202),
    PAYMENT_STATUS("critical", 200),
    LOAN("high", 202),
    /** One of very few people who ask for far more than their share. */
    GREEDY_LOAN("high", 202),
    LOAN_STATUS("normal", 200),
    QUOTE("low", 200),
    LOAN_LIST("low", 200);

    private final String trafficClass;
    private final int success;

    Kind(String trafficClass, int success) {
        this.trafficClass = trafficClass;
        this.success = success;
    }

    /** The class that the platform gives it. */
    public String trafficClass() {
        return trafficClass;
    }

    boolean isSuccess(int status) {
        return status == success;
    }
}
