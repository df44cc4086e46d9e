package com.byajbook.paymentflow.escrow.usecase;

import com.byajbook.paymentflow.ledger.usecase.Booking;
import com.byajbook.paymentflow.ledger.usecase.Entry;
import com.byajbook.paymentflow.payments.usecase.SendMoney.Payout;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.RepaymentSplit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * One wish of the loan engine: what is to be booked for it, and what follows from how that went.
 *
 * @param splits what repayments paid, which holds whatever becomes of the entries
 * @param then takes one booking for each entry, in their order
 */
record Errand(List<Entry> entries, Map<UUID, RepaymentSplit> splits, Function<List<Booking>, Consequence> then) {

    /**
     * What follows.
     *
     * @param payouts money that is to leave
     * @param replies what the loan engine is told
     */
    record Consequence(List<Payout> payouts, List<Message> replies) {

        static final Consequence NONE = new Consequence(List.of(), List.of());

        static Consequence reply(Message message) {
            return new Consequence(List.of(), List.of(message));
        }

        static Consequence payout(Payout payout) {
            return new Consequence(List.of(payout), List.of());
        }
    }
}
