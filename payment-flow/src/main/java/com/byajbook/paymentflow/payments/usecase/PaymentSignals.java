package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.Verdict;

/** Told of what operators want to count. */
public interface PaymentSignals {

    /** A finding was weighed. */
    void weighed(Evidence evidence, Verdict verdict);

    /** An event of the provider came again under another message. */
    void repeatedEvents(int count);

    /** A payment was given up and stays unknown until a callback or reconciliation settles it. */
    void leftUnknown();
}
