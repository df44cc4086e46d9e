package com.byajbook.paymentflow.collections.usecase;

import com.byajbook.paymentflow.collections.domain.Payment;
import com.byajbook.paymentflow.collections.domain.Standing;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.message.PaymentChanged;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says what the world is told of a payment: every change that its payer can see, and no other. */
final class Announcements {

    private Announcements() {}

    static List<Message> ofNew(List<Payment> payments) {
        return payments.stream()
                .flatMap(payment -> of(payment).stream())
                .map(Message.class::cast)
                .toList();
    }

    static List<Message> of(List<SavePayments.Change> changes) {
        return changes.stream()
                .filter(Announcements::isVisible)
                .flatMap(change -> of(change.after()).stream())
                .map(Message.class::cast)
                .toList();
    }

    private static boolean isVisible(SavePayments.Change change) {
        Payment before = change.before();
        Payment after = change.after();
        return before.state().standing() != after.state().standing()
                || !Objects.equals(before.reason(), after.reason());
    }

    private static Optional<PaymentChanged> of(Payment payment) {
        return status(payment.state().standing()).map(status -> changed(payment, status));
    }

    private static PaymentChanged changed(Payment payment, PaymentChanged.Status status) {
        String name = MessageType.PAYMENT_CHANGED.routingKey() + ":" + payment.version();
        return new PaymentChanged(
                Ids.v5(payment.id(), name),
                payment.updatedAt(),
                payment.id(),
                payment.order().loanId(),
                payment.order().payerId(),
                payment.version(),
                status,
                payment.order().amountPaise(),
                payment.utr(),
                payment.reason(),
                null);
    }

    /** A reversal is a new entry of the ledger and is announced by it. */
    private static Optional<PaymentChanged.Status> status(Standing standing) {
        return switch (standing) {
            case PENDING -> Optional.of(PaymentChanged.Status.PENDING);
            case SUCCEEDED -> Optional.of(PaymentChanged.Status.SUCCEEDED);
            case FAILED -> Optional.of(PaymentChanged.Status.FAILED);
            case UNKNOWN -> Optional.of(PaymentChanged.Status.UNKNOWN);
            case REVERSED -> Optional.empty();
        };
    }
}
