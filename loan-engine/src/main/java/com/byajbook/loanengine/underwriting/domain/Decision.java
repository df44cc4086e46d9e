package com.byajbook.loanengine.underwriting.domain;

import java.util.List;
import java.util.function.Function;

/** How an application ended. */
public sealed interface Decision {

    /** The answer for the case at hand. */
    <T> T fold(Function<Offered, T> offered, Function<Declined, T> declined, Function<Referred, T> referred);

    /** The borrower may have the loan on these terms. */
    record Offered(OfferTerms terms) implements Decision {
        @Override
        public <T> T fold(
                Function<Offered, T> offered, Function<Declined, T> declined, Function<Referred, T> referred) {
            return offered.apply(this);
        }
    }

    /**
     * The rules refuse it.
     *
     * @param reasons every one that applies, in the order of the rules
     */
    record Declined(List<Reason> reasons) implements Decision {
        public Declined {
            reasons = reasonsOf(reasons);
        }

        @Override
        public <T> T fold(
                Function<Offered, T> offered, Function<Declined, T> declined, Function<Referred, T> referred) {
            return declined.apply(this);
        }
    }

    /** The rules cannot tell; a person decides. */
    record Referred(List<Reason> reasons) implements Decision {
        public Referred {
            reasons = reasonsOf(reasons);
        }

        @Override
        public <T> T fold(
                Function<Offered, T> offered, Function<Declined, T> declined, Function<Referred, T> referred) {
            return referred.apply(this);
        }
    }

    private static List<Reason> reasonsOf(List<Reason> reasons) {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("nobody is refused without a reason");
        }
        return List.copyOf(reasons);
    }
}
