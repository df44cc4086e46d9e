package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentState;
import com.byajbook.paymentflow.payments.domain.Split;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.RepaymentSplit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Notes on repayments what they paid, inside the transaction in which it is shared out. */
public final class NoteSplits {

    private final LockPayments payments;
    private final SavePayments saving;
    private final Clock clock;

    public NoteSplits(LockPayments payments, SavePayments saving, Clock clock) {
        this.payments = payments;
        this.saving = saving;
        this.clock = clock;
    }

    /** @return what is to be announced with it */
    public Mono<List<Message>> note(Map<UUID, RepaymentSplit> splits) {
        if (splits.isEmpty()) {
            return Mono.just(List.of());
        }
        return payments.lock(splits.keySet())
                .filter(payment -> payment.split() == null)
                .map(payment -> allocated(payment, Objects.requireNonNull(splits.get(payment.id())), clock.instant()))
                .collectList()
                .flatMap(this::save);
    }

    /**
     * Those of these repayments that the bank took back before they were shared out, held until the transaction ends: their
     * money is gone, and there is nothing to share out or to retrieve.
     */
    public Mono<Set<UUID>> neverSharedOut(Set<UUID> repayments) {
        return repayments.isEmpty()
                ? Mono.just(Set.of())
                : payments.lock(repayments)
                        .filter(payment -> payment.state() == PaymentState.REVERSED && payment.split() == null)
                        .map(Payment::id)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private Mono<List<Message>> save(List<SavePayments.Change> changes) {
        Mono<Void> saved = changes.isEmpty() ? Mono.empty() : saving.save(changes);
        return saved.then(Mono.fromSupplier(() -> Announcements.of(changes)));
    }

    private static SavePayments.Change allocated(Payment payment, RepaymentSplit split, Instant now) {
        Split known = new Split(
                split.penaltyPaise(),
                split.feePaise(),
                split.interestPaise(),
                split.principalPaise(),
                split.excessPaise());
        return new SavePayments.Change(payment, payment.allocated(known, now));
    }
}
