package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.payments.usecase.ReadOutcomes.Outcome;
import com.byajbook.paymentflow.settlement.domain.Direction;
import com.byajbook.paymentflow.settlement.domain.Ours;
import com.byajbook.paymentflow.settlement.domain.Ours.Standing;
import com.byajbook.paymentflow.settlement.domain.Pot;

/** A payment as a provider's file is to be compared with it. */
final class OurSide {

    private OurSide() {}

    static Ours of(Outcome payment, String provider) {
        return new Ours(
                payment.paymentId(),
                payment.flow().isInward() ? Direction.COLLECT : Direction.PAY,
                Pot.valueOf(payment.flow().escrow().name()),
                standing(payment, provider),
                payment.amountPaise(),
                payment.utr());
    }

    /** A payment goes to another provider only once it definitely failed at the one before. */
    private static Standing standing(Outcome payment, String provider) {
        if (!payment.provider().equals(provider)) {
            return Standing.FAILED;
        }
        return switch (payment.state()) {
            case OPEN -> Standing.OPEN;
            case SUCCEEDED -> Standing.PAID;
            case FAILED -> Standing.FAILED;
            case REVERSED -> Standing.RETURNED;
        };
    }
}
