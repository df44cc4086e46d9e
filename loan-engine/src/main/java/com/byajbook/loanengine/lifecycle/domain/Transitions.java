package com.byajbook.loanengine.lifecycle.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which way a loan may go, as a table: from each state to those beside it, and nowhere else. */
public final class Transitions {

    private static final Map<LoanState, Set<LoanState>> TABLE = new EnumMap<>(Map.ofEntries(
            from(LoanState.DECLINED),
            from(LoanState.REFERRED),
            from(LoanState.OFFERED, LoanState.LISTED, LoanState.EXPIRED, LoanState.CANCELLED),
            // To itself: lenders have promised more of it.
            from(LoanState.LISTED, LoanState.LISTED, LoanState.FUNDED, LoanState.EXPIRED, LoanState.CANCELLED),
            from(LoanState.FUNDED, LoanState.DISBURSING),
            from(LoanState.DISBURSING, LoanState.ACTIVE, LoanState.CANCELLED),
            // To itself: what is owed changed, and the loan went nowhere.
            from(LoanState.ACTIVE, LoanState.ACTIVE, LoanState.CLOSED, LoanState.WRITTEN_OFF, LoanState.CANCELLED),
            // A bank took back the repayment that had closed it.
            from(LoanState.CLOSED, LoanState.ACTIVE),
            from(LoanState.WRITTEN_OFF),
            from(LoanState.EXPIRED),
            from(LoanState.CANCELLED)));

    private static final Set<LoanState> WITH_REASON = EnumSet.of(LoanState.EXPIRED, LoanState.CANCELLED);
    private static final Set<LoanState> WITH_STANDING =
            EnumSet.of(LoanState.ACTIVE, LoanState.CLOSED, LoanState.WRITTEN_OFF);

    private Transitions() {}

    /** Whether a loan may go there from here. */
    public static boolean allow(LoanState from, LoanState to) {
        return after(from).contains(to);
    }

    /** Where a loan may go from here. */
    public static Set<LoanState> after(LoanState from) {
        return Objects.requireNonNull(TABLE.get(from), "every state stands in the table");
    }

    /** Whether who reaches this state must say why. */
    public static boolean needReason(LoanState to) {
        return WITH_REASON.contains(to);
    }

    /** Whether something was paid out to whoever is in this state, so that it stands somehow. */
    public static boolean needStanding(LoanState to) {
        return WITH_STANDING.contains(to);
    }

    private static Map.Entry<LoanState, Set<LoanState>> from(LoanState from, LoanState... to) {
        return Map.entry(from, Set.of(to));
    }
}
