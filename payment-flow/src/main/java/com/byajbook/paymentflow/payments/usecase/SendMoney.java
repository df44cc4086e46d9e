package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentOrder;
import com.byajbook.paymentflow.payments.domain.PaymentPurpose;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes payouts on, inside the transaction of whoever took the money out of its account. */
public final class SendMoney {

    private static final String UPI = "UPI";

    private final RecordPayments payments;
    private final Doorbell submissions;
    private final Clock clock;

    public SendMoney(RecordPayments payments, Doorbell submissions, Clock clock) {
        this.payments = payments;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** Records those that are new. @return what is to be announced with it */
    public Mono<List<Message>> send(List<Payout> payouts) {
        if (payouts.isEmpty()) {
            return Mono.just(List.of());
        }
        return Mono.fromSupplier(clock::instant)
                .flatMapMany(now -> payments.recordNew(
                        payouts.stream().map(payout -> payout.payment(now)).toList()))
                .collectList()
                .map(Announcements::ofNew);
    }

    /** To be called after the commit: the providers need not wait for the next sweep. */
    public void ring() {
        submissions.ring();
    }

    /**
     * Money that is to leave.
     *
     * @param refused why it may not after all; it is then recorded as failed and never leaves
     */
    public record Payout(
            UUID id,
            Kind kind,
            @Nullable UUID loanId,
            UUID userId,
            long amountPaise,
            @Nullable String refused) {

        private Payment payment(Instant now) {
            PaymentPurpose purpose = PaymentPurpose.valueOf(kind.name());
            PaymentOrder order = new PaymentOrder(id, purpose, loanId, userId, amountPaise, UPI, now);
            return refused == null ? Payment.create(order, now) : Payment.refused(order, refused, now);
        }
    }

    /** Why money leaves. */
    public enum Kind {
        DISBURSAL,
        PAYOUT,
        WITHDRAWAL,
        REFUND
    }
}
