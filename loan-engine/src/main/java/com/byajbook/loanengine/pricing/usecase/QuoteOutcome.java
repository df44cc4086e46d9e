package com.byajbook.loanengine.pricing.usecase;

import java.util.function.Function;

/** How a request for a quote ended. */
public sealed interface QuoteOutcome {

    /** The answer for the case at hand. */
    <T> T fold(
            Function<Quoted, T> quoted,
            Function<AmountOutsideLimits, T> amountOutsideLimits,
            Function<TenureOutsideLimits, T> tenureOutsideLimits);

    /** A quote. */
    record Quoted(Quote quote) implements QuoteOutcome {
        @Override
        public <T> T fold(
                Function<Quoted, T> quoted,
                Function<AmountOutsideLimits, T> amountOutsideLimits,
                Function<TenureOutsideLimits, T> tenureOutsideLimits) {
            return quoted.apply(this);
        }
    }

    /** The product does not lend such an amount; both bounds are included. */
    record AmountOutsideLimits(long minPaise, long maxPaise) implements QuoteOutcome {
        @Override
        public <T> T fold(
                Function<Quoted, T> quoted,
                Function<AmountOutsideLimits, T> amountOutsideLimits,
                Function<TenureOutsideLimits, T> tenureOutsideLimits) {
            return amountOutsideLimits.apply(this);
        }
    }

    /** The product does not lend for so long or so short; both bounds are included. */
    record TenureOutsideLimits(int minMonths, int maxMonths) implements QuoteOutcome {
        @Override
        public <T> T fold(
                Function<Quoted, T> quoted,
                Function<AmountOutsideLimits, T> amountOutsideLimits,
                Function<TenureOutsideLimits, T> tenureOutsideLimits) {
            return tenureOutsideLimits.apply(this);
        }
    }
}
