package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.loanengine.autopay.domain.Attempt.Outcome;

/** Told of what operators want to count. */
public interface AutopaySignals {

    /** Notice was given of so many instalments. */
    void noticed(int instalments);

    /** An attempt was started. */
    void asked(boolean byMandate);

    /** An attempt's outcome was heard. */
    void learned(Outcome outcome);

    /** An instalment was left to its borrower. */
    void givenUp();
}
