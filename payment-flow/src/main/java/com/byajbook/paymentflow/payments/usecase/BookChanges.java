package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.ledger.usecase.BookEntries;
import com.byajbook.paymentflow.ledger.usecase.Entry;
import com.byajbook.paymentflow.ledger.usecase.Flow;
import com.byajbook.paymentflow.ledger.usecase.Journal;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentOrder;
import com.byajbook.paymentflow.payments.domain.PaymentState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Which movement of money is in which change of a payment. Money comes in when a collection succeeds. Money that goes out is
 * in transit from the moment its payout is taken on, has left when it succeeds, and is back where it was when it fails.
 */
public final class BookChanges implements BookMoney {

    private final BookEntries ledger;

    public BookChanges(BookEntries ledger) {
        this.ledger = ledger;
    }

    @Override
    public Mono<Void> book(List<SavePayments.Change> changes) {
        List<Entry> entries = changes.stream()
                .filter(change -> change.before().state() != change.after().state())
                .flatMap(change -> entry(change).stream())
                .toList();
        return entries.isEmpty() ? Mono.empty() : ledger.bookAll(entries);
    }

    private static Optional<Entry> entry(SavePayments.Change change) {
        Payment payment = change.after();
        boolean hadSucceeded = change.before().state() == PaymentState.SUCCEEDED;
        return payment.order().purpose().isOutbound()
                ? outbound(payment, hadSucceeded)
                : inbound(payment, hadSucceeded);
    }

    private static Optional<Entry> outbound(Payment payment, boolean hadSucceeded) {
        PaymentOrder order = payment.order();
        return switch (payment.state()) {
            case SUCCEEDED -> Optional.of(Journal.left(payment.id(), subject(order), flow(order), order.amountPaise()));
            case FAILED, REVERSED -> Optional.of(Journal.cameBack(payment.id(), hadSucceeded));
            case CREATED, SUBMITTED, PENDING, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Entry> inbound(Payment payment, boolean hadSucceeded) {
        PaymentOrder order = payment.order();
        UUID owner = order.loanId() == null ? order.userId() : order.loanId();
        return switch (payment.state()) {
            case SUCCEEDED -> Optional.of(Journal.received(payment.id(), owner, flow(order), order.amountPaise()));
            case REVERSED -> hadSucceeded ? Optional.of(takenBack(payment, order)) : Optional.empty();
            case CREATED, SUBMITTED, PENDING, UNKNOWN, FAILED -> Optional.empty();
        };
    }

    /** What lies among a loan's receipts once a repayment is shared out is another one's. */
    private static Entry takenBack(Payment payment, PaymentOrder order) {
        return payment.split() == null
                ? Journal.takenBack(payment.id(), subject(order), flow(order), order.amountPaise())
                : Journal.takenBackSharedOut(payment.id(), subject(order), order.amountPaise());
    }

    private static UUID subject(PaymentOrder order) {
        return order.loanId() == null ? order.paymentId() : order.loanId();
    }

    private static Flow flow(PaymentOrder order) {
        return Flow.valueOf(order.purpose().name());
    }
}
