package com.byajbook.localstack.sandbox.bureau;

import com.byajbook.localstack.sandbox.http.Check;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the bureau knows about one borrower; money in paise. */
record CreditFacts(int score, long monthlyIncomePaise, long monthlyObligationsPaise, long p2pOutstandingPaise) {
    private static final long MAX_PAISE = 1_000_000_000_000L;
    private static final long LAKH_PAISE = 1_00_000_00L;

    /** The same facts for the same borrower on every call and after every restart; nine of ten are good risks. */
    static CreditFacts of(UUID borrowerId) {
        long seed = mixed(borrowerId.getMostSignificantBits() ^ mixed(borrowerId.getLeastSignificantBits()));
        boolean good = below(seed, 10) != 0;
        int score = (int) (good ? 700 + below(mixed(seed + 1), 151) : 540 + below(mixed(seed + 1), 160));
        long income = 40_000_00L + below(mixed(seed + 2), 110) * 1_000_00L;
        long obligations = income / 100 * below(mixed(seed + 3), 25);
        long p2p = good ? 0 : below(mixed(seed + 4), 4) * LAKH_PAISE;
        return new CreditFacts(score, income, obligations, p2p);
    }

    /** An override over HTTP; absent fields stay as they are. */
    record Overriding(
            @Nullable Long score,
            @Nullable Long monthlyIncomePaise,
            @Nullable Long monthlyObligationsPaise,
            @Nullable Long p2pOutstandingPaise) {

        CreditFacts onto(CreditFacts facts) {
            return new CreditFacts(
                    (int) Check.withinOr("score", score, 300, 900, facts.score),
                    Check.withinOr("monthlyIncomePaise", monthlyIncomePaise, 0, MAX_PAISE, facts.monthlyIncomePaise),
                    Check.withinOr(
                            "monthlyObligationsPaise",
                            monthlyObligationsPaise,
                            0,
                            MAX_PAISE,
                            facts.monthlyObligationsPaise),
                    Check.withinOr(
                            "p2pOutstandingPaise", p2pOutstandingPaise, 0, MAX_PAISE, facts.p2pOutstandingPaise));
        }
    }

    private static long below(long hash, int bound) {
        return Long.remainderUnsigned(hash, bound);
    }

    /** SplitMix64's finalizer: neighbouring ids must not get neighbouring scores. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
