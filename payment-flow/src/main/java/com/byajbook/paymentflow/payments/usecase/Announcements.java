package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentOrder;
import com.byajbook.paymentflow.payments.domain.PaymentPurpose;
import com.byajbook.paymentflow.payments.domain.Split;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.RepaymentSplit;
import com.byajbook.platform.message.TransferChanged;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what the world is told of a payment: every change that its payer can see, and no other. */
final class Announcements {

    private Announcements() {}

    static List<Message> ofNew(List<Payment> payments) {
        return payments.stream().map(Announcements::of).toList();
    }

    static List<Message> of(List<SavePayments.Change> changes) {
        return changes.stream()
                .filter(Announcements::isVisible)
                .map(change -> of(change.after()))
                .toList();
    }

    private static boolean isVisible(SavePayments.Change change) {
        Payment before = change.before();
        Payment after = change.after();
        return before.state().standing() != after.state().standing()
                || !Objects.equals(before.reason(), after.reason())
                || !Objects.equals(before.split(), after.split());
    }

    private static Message of(Payment payment) {
        PaymentOrder order = payment.order();
        UUID loanId = order.loanId();
        return order.purpose() == PaymentPurpose.REPAYMENT && loanId != null
                ? repayment(payment, loanId)
                : transfer(payment);
    }

    private static PaymentChanged repayment(Payment payment, UUID loanId) {
        return new PaymentChanged(
                id(payment, MessageType.PAYMENT_CHANGED),
                payment.updatedAt(),
                payment.id(),
                loanId,
                payment.order().userId(),
                payment.version(),
                PaymentChanged.Status.valueOf(payment.state().standing().name()),
                payment.order().amountPaise(),
                payment.utr(),
                payment.reason(),
                split(payment.split()));
    }

    private static TransferChanged transfer(Payment payment) {
        return new TransferChanged(
                id(payment, MessageType.TRANSFER_CHANGED),
                payment.updatedAt(),
                payment.id(),
                TransferChanged.Purpose.valueOf(payment.order().purpose().name()),
                payment.order().loanId(),
                payment.order().userId(),
                payment.version(),
                TransferChanged.Status.valueOf(payment.state().standing().name()),
                payment.order().amountPaise(),
                payment.utr(),
                payment.reason());
    }

    private static UUID id(Payment payment, MessageType type) {
        return Ids.v5(payment.id(), type.routingKey() + ":" + payment.version());
    }

    private static @Nullable RepaymentSplit split(@Nullable Split split) {
        return split == null
                ? null
                : new RepaymentSplit(
                        split.penaltyPaise(),
                        split.feePaise(),
                        split.interestPaise(),
                        split.principalPaise(),
                        split.excessPaise());
    }
}
