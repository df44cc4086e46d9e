package com.byajbook.loanengine.underwriting.domain;

import java.util.function.Function;

/** What the bureau knows about a borrower, or that it could not be asked. */
public sealed interface CreditReport {

    /** The answer for the case at hand. */
    <T> T fold(Function<Known, T> known, Function<Unavailable, T> unavailable);

    /**
     * A report.
     *
     * @param score from 300 to 900
     * @param monthlyIncomePaise at most {@value #MOST_PAISE}, like every amount here
     * @param monthlyObligationsPaise instalments that the borrower pays already
     * @param p2pOutstandingPaise what the borrower owes over all peer-to-peer platforms
     */
    record Known(int score, long monthlyIncomePaise, long monthlyObligationsPaise, long p2pOutstandingPaise)
            implements CreditReport {

        static final int LOWEST_SCORE = 300;
        static final int HIGHEST_SCORE = 900;
        static final long MOST_PAISE = 1_000_000_000_000_000L;

        public Known {
            if (score < LOWEST_SCORE || score > HIGHEST_SCORE) {
                throw new IllegalArgumentException("a score lies between 300 and 900, but is " + score);
            }
            requireAmount("monthly income", monthlyIncomePaise);
            requireAmount("monthly obligations", monthlyObligationsPaise);
            requireAmount("outstanding", p2pOutstandingPaise);
        }

        private static void requireAmount(String name, long paise) {
            if (paise < 0 || paise > MOST_PAISE) {
                throw new IllegalArgumentException(name + " of " + paise + " paise is not believable");
            }
        }

        @Override
        public <T> T fold(Function<Known, T> known, Function<Unavailable, T> unavailable) {
            return known.apply(this);
        }
    }

    /**
     * No report.
     *
     * @param cause why, for the audit
     */
    record Unavailable(String cause) implements CreditReport {
        @Override
        public <T> T fold(Function<Known, T> known, Function<Unavailable, T> unavailable) {
            return unavailable.apply(this);
        }
    }
}
