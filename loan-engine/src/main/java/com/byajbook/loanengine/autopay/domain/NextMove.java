package com.byajbook.loanengine.autopay.domain;

import java.util.function.Function;
import java.util.function.Supplier;

/** What is done about an instalment whose time has come. */
public sealed interface NextMove {

    /**
     * Asks for what is owed of the instalment, and never for more than is owed on the loan beside what is under way.
     *
     * @param wanted whether the borrower still wants it collected
     * @param owedPaise of the instalment
     * @param duePaise of the whole loan on this day
     * @param underWayPaise what attempts of the loan may still bring
     */
    static NextMove of(boolean wanted, long owedPaise, long duePaise, long underWayPaise, CollectionRules rules) {
        if (!wanted || owedPaise <= 0) {
            return new Skip();
        }
        long paise = Math.min(owedPaise, duePaise - underWayPaise);
        return paise <= 0 ? new Wait() : new Ask(paise, rules.isByMandate(paise));
    }

    <T> T fold(Function<Ask, T> ask, Supplier<T> skip, Supplier<T> wait);

    /**
     * An attempt.
     *
     * @param byMandate whether it is debited; otherwise the payer approves a request
     */
    record Ask(long paise, boolean byMandate) implements NextMove {

        @Override
        public <T> T fold(Function<Ask, T> ask, Supplier<T> skip, Supplier<T> wait) {
            return ask.apply(this);
        }
    }

    /** There is nothing to collect. */
    record Skip() implements NextMove {

        @Override
        public <T> T fold(Function<Ask, T> ask, Supplier<T> skip, Supplier<T> wait) {
            return skip.get();
        }
    }

    /** What is under way may pay it. */
    record Wait() implements NextMove {

        @Override
        public <T> T fold(Function<Ask, T> ask, Supplier<T> skip, Supplier<T> wait) {
            return wait.get();
        }
    }
}
