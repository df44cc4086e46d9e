package com.byajbook.platform.overload.admission;

import java.util.Locale;

/** How much a request matters, the most important first. Decided by route and principal, never by what a client says. */
public enum TrafficClass {
    /** Repayments, the status of a payment, a provider's callbacks: money is already on its way. */
    CRITICAL,
    /** Loan applications and agreements. */
    HIGH,
    /** Reads of a status. */
    NORMAL,
    /** Quotes, listings, history. */
    LOW;

    /** How many there are. */
    public static final int COUNT = values().length;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As it stands in limits, metrics and problem bodies. */
    public String word() {
        return word;
    }
}
