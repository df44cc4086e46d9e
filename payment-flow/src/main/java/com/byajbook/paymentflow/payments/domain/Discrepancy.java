package com.byajbook.paymentflow.payments.domain;

import java.util.UUID;

/**
 * Something that the provider said and that our books cannot follow; a person or reconciliation settles it.
 *
 * @param source who said so; one discrepancy of a kind is kept a source
 */
public record Discrepancy(UUID paymentId, Kind kind, String source, String detail) {

    /** What does not fit. */
    public enum Kind {
        /** The provider collected another amount than we asked for. */
        AMOUNT,
        /** The bank's reference already stands for another payment. */
        UTR,
        /** The provider said the opposite of an outcome that stands. */
        OUTCOME
    }
}
