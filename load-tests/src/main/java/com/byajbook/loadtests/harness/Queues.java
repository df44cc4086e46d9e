package com.byajbook.loadtests.harness;

import java.util.List;

/** The queues between the services, without a prefix. */
public final class Queues {
    public static final String APPLICATIONS = "loan-engine.applications";
    public static final String PAYMENTS = "payment-flow.payments";
    public static final List<String> ALL = List.of(
            APPLICATIONS,
            PAYMENTS,
            "loan-engine.marketplace",
            "loan-engine.funding",
            "loan-engine.repayments",
            "loan-engine.autopay",
            "payment-flow.callbacks",
            "payment-flow.funds",
            "payment-flow.mandates",
            "notifications.events",
            "api.events");

    private Queues() {}

    /** Where a queue's undeliverable messages go. */
    public static String dead(String queue) {
        return queue + ".dead";
    }
}
