package com.byajbook.paymentflow.mandates.domain;

/** Where a mandate is. */
public enum MandateState {
    /** The payer is to be asked, or was and has not answered. */
    REQUESTED,
    ACTIVE,
    /** The payer said no. */
    REJECTED,
    /** It is to be given back. */
    REVOKING,
    REVOKED;

    /** Whether the provider is to be called. */
    boolean isOpen() {
        return this == REQUESTED || this == REVOKING;
    }
}
