package com.byajbook.paymentflow.escrow.usecase;

import com.byajbook.paymentflow.escrow.usecase.Errand.Consequence;
import com.byajbook.paymentflow.ledger.usecase.Booking;
import com.byajbook.paymentflow.ledger.usecase.Entry;
import com.byajbook.paymentflow.ledger.usecase.Journal;
import com.byajbook.paymentflow.payments.usecase.SendMoney.Kind;
import com.byajbook.paymentflow.payments.usecase.SendMoney.Payout;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.DisburseLoan;
import com.byajbook.platform.message.DistributeRepayment;
import com.byajbook.platform.message.FundsHeld;
import com.byajbook.platform.message.HoldFunds;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.message.ReleaseFunds;
import com.byajbook.platform.message.RepaymentSplit;
import com.byajbook.platform.message.ReturnFunds;
import com.byajbook.platform.message.TakeBackRepayment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What each command of the loan engine means here. */
final class Errands {

    private Errands() {}

    static Errand of(Message command, Instant now) {
        if (command instanceof HoldFunds hold) {
            return hold(hold, now);
        }
        if (command instanceof ReleaseFunds release) {
            return unanswered(release.holdIds().stream().map(Journal::released).toList());
        }
        if (command instanceof DisburseLoan disburse) {
            return disburse(disburse);
        }
        if (command instanceof ReturnFunds back) {
            return unanswered(List.of(Journal.returned(back.disbursalId(), back.holdIds())));
        }
        if (command instanceof DistributeRepayment distribute) {
            return distribute(distribute);
        }
        if (command instanceof TakeBackRepayment back) {
            return takeBack(back);
        }
        throw new IllegalArgumentException(
                "a " + command.getClass().getSimpleName() + " is nothing to ask of the escrow accounts");
    }

    private static Errand hold(HoldFunds hold, Instant now) {
        Entry held = Journal.held(hold.holdId(), hold.lenderId(), hold.loanId(), hold.amountPaise(), hold.expiresAt());
        return new Errand(List.of(held), Map.of(), bookings -> Consequence.reply(answer(hold, bookings.get(0), now)));
    }

    private static FundsHeld answer(HoldFunds hold, Booking booking, Instant now) {
        return new FundsHeld(
                Ids.v5(hold.holdId(), MessageType.FUNDS_HELD.routingKey()),
                now,
                hold.holdId(),
                hold.loanId(),
                hold.lenderId(),
                hold.amountPaise(),
                booking.done() ? FundsHeld.Outcome.HELD : FundsHeld.Outcome.REFUSED,
                booking.refusal());
    }

    /** What cannot be funded is a payout that failed before it began, so that there is one way to hear of it. */
    private static Errand disburse(DisburseLoan disburse) {
        List<Journal.Part> parts = disburse.parts().stream()
                .map(part -> new Journal.Part(part.holdId(), part.lenderId(), part.amountPaise()))
                .toList();
        Entry disbursing = Journal.disbursing(disburse.disbursalId(), disburse.loanId(), parts, disburse.feesPaise());
        return new Errand(
                List.of(disbursing),
                Map.of(),
                bookings -> Consequence.payout(new Payout(
                        disburse.disbursalId(),
                        Kind.DISBURSAL,
                        disburse.loanId(),
                        disburse.borrowerId(),
                        disburse.netPaise(),
                        bookings.get(0).refusal())));
    }

    private static Errand distribute(DistributeRepayment distribute) {
        RepaymentSplit split = distribute.split();
        List<Entry> entries = new ArrayList<>();
        List<Payout> refunds = new ArrayList<>();
        long sharedOut = split.totalPaise() - split.excessPaise();
        if (sharedOut > 0) {
            long fees = split.penaltyPaise() + split.feePaise();
            entries.add(Journal.distributed(distribute.paymentId(), distribute.loanId(), parts(distribute), fees));
        }
        if (split.excessPaise() > 0) {
            UUID refund = Ids.v5(distribute.paymentId(), "refund");
            entries.add(Journal.refunding(refund, distribute.loanId(), split.excessPaise()));
            refunds.add(new Payout(
                    refund, Kind.REFUND, distribute.loanId(), distribute.borrowerId(), split.excessPaise(), null));
        }
        return new Errand(entries, Map.of(distribute.paymentId(), split), bookings -> {
            bookings.forEach(booking -> requireDone(booking, distribute));
            return new Consequence(refunds, List.of());
        });
    }

    /** The repayment that a command is about, if it is about one. */
    static Optional<UUID> repayment(Message command) {
        if (command instanceof DistributeRepayment distribute) {
            return Optional.of(distribute.paymentId());
        }
        return command instanceof TakeBackRepayment back ? Optional.of(back.paymentId()) : Optional.empty();
    }

    /** Whoever has been paid its part owes it, and the escrow stays short by it. */
    private static Errand takeBack(TakeBackRepayment back) {
        List<Entry> entries = new ArrayList<>(back.parts().stream()
                .map(part -> Journal.retrieved(back.paymentId(), back.loanId(), part.lenderId(), part.amountPaise()))
                .toList());
        long fees = back.split().penaltyPaise() + back.split().feePaise();
        if (fees > 0) {
            entries.add(Journal.feesRetrieved(back.paymentId(), back.loanId(), fees));
        }
        return unanswered(entries);
    }

    private static Map<UUID, Long> parts(DistributeRepayment distribute) {
        Map<UUID, Long> parts = new LinkedHashMap<>();
        distribute.parts().forEach(part -> parts.merge(part.lenderId(), part.amountPaise(), Math::addExact));
        return parts;
    }

    /** The repayment is in the books before anybody hears of it, so its money is there. */
    private static void requireDone(Booking booking, DistributeRepayment distribute) {
        if (!booking.done()) {
            throw new IllegalStateException("repayment " + distribute.paymentId() + " of loan " + distribute.loanId()
                    + " cannot be shared out: " + booking.refusal());
        }
    }

    /** What is released or returned already stays so. */
    private static Errand unanswered(List<Entry> entries) {
        return new Errand(entries, Map.of(), bookings -> Consequence.NONE);
    }
}
