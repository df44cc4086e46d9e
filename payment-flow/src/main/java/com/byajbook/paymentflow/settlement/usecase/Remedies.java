package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.ledger.usecase.Adjustments;
import com.byajbook.paymentflow.ledger.usecase.BookEntries;
import com.byajbook.paymentflow.ledger.usecase.Entry;
import com.byajbook.paymentflow.ledger.usecase.Escrow;
import com.byajbook.paymentflow.ledger.usecase.Flow;
import com.byajbook.paymentflow.payments.usecase.ClaimUtrs;
import com.byajbook.paymentflow.payments.usecase.LearnSettled;
import com.byajbook.paymentflow.payments.usecase.ReadOutcomes;
import com.byajbook.paymentflow.payments.usecase.ReadOutcomes.Outcome;
import com.byajbook.paymentflow.payments.usecase.SendMoney;
import com.byajbook.paymentflow.payments.usecase.SendMoney.Payout;
import com.byajbook.paymentflow.settlement.domain.Action;
import com.byajbook.paymentflow.settlement.domain.Kind;
import com.byajbook.paymentflow.settlement.domain.Movement;
import com.byajbook.paymentflow.settlement.domain.Ours;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What each action does, inside the current transaction. Ids follow from the difference, so nothing is booked twice. */
public final class Remedies {

    private final ReadOutcomes outcomes;
    private final LearnSettled learning;
    private final ClaimUtrs utrs;
    private final BookEntries ledger;
    private final SendMoney sending;

    public Remedies(
            ReadOutcomes outcomes, LearnSettled learning, ClaimUtrs utrs, BookEntries ledger, SendMoney sending) {
        this.outcomes = outcomes;
        this.learning = learning;
        this.utrs = utrs;
        this.ledger = ledger;
        this.sending = sending;
    }

    /** @return what is to be announced with it */
    Mono<List<Message>> apply(KeptDifference kept, Action action) {
        return switch (action) {
            case ACCEPT_OURS -> Mono.just(List.of());
            case BOOK_TO_LENDERS_SUSPENSE -> book(kept, Escrow.LENDERS);
            case BOOK_TO_BORROWERS_SUSPENSE -> book(kept, Escrow.BORROWERS);
            case ACCEPT_THEIRS, REVERSE_OURS, BOOK_TO_SUSPENSE, REFUND_PAYER ->
                unchanged(kept).flatMap(payment -> apply(kept, payment, action));
            case RECHECK -> Mono.error(() -> new IllegalArgumentException("to look again settles nothing"));
        };
    }

    private Mono<List<Message>> apply(KeptDifference kept, Outcome payment, Action action) {
        Movement movement = kept.difference().movement();
        Kind kind = kept.difference().kind();
        return switch (action) {
            case ACCEPT_THEIRS -> kind == Kind.REFERENCE ? claim(kept) : learn(kept, movement);
            case REVERSE_OURS -> learn(kept, Movement.RETURNED);
            case REFUND_PAYER -> refund(kept, payment);
            default ->
                kind == Kind.AMOUNT
                        ? learn(kept, movement)
                                .flatMap(told -> book(kept, escrow(payment)).thenReturn(told))
                        : book(kept, escrow(payment));
        };
    }

    /** What was compared must still be so: booked for a payment that changed since, the same money would count twice. */
    private Mono<Outcome> unchanged(KeptDifference kept) {
        Ours compared = Lessons.ours(kept);
        return outcomes.hold(compared.paymentId())
                .filter(now -> OurSide.of(now, kept.provider()).equals(compared))
                .switchIfEmpty(
                        Mono.error(
                                () -> Failure.conflict(
                                        ProblemType.STALE_VERSION,
                                        "The payment has changed since it was compared. Ask for a RECHECK, and look at the day again.")));
    }

    private Mono<List<Message>> learn(KeptDifference kept, Movement movement) {
        return learning.learn(List.of(Lessons.ofOperator(kept, movement)))
                .filter(learnt -> learnt.believed().contains(kept.source()))
                .switchIfEmpty(Mono.error(() -> Failure.conflict(
                        ProblemType.STALE_VERSION, "The payment ended otherwise by now. Ask for a RECHECK.")))
                .map(LearnSettled.Learnt::messages);
    }

    /** From now on the bank's reference stands for this payment, beside the one that it had. */
    private Mono<List<Message>> claim(KeptDifference kept) {
        String utr = Objects.requireNonNull(kept.difference().theirs()).utr();
        UUID payment = Lessons.ours(kept).paymentId();
        return utrs.claim(Map.of(utr, payment))
                .filter(owners -> payment.equals(owners.get(utr)))
                .switchIfEmpty(Mono.error(() -> Failure.conflict(
                        ProblemType.STALE_VERSION, "The reference " + utr + " stands for another payment already.")))
                .map(owners -> List.of());
    }

    private Mono<List<Message>> book(KeptDifference kept, Escrow escrow) {
        return ledger.bookAll(List.of(followed(kept, escrow))).thenReturn(List.of());
    }

    /** It came in, lies in suspense, and leaves as a payout of its own from the account that it came into. */
    private Mono<List<Message>> refund(KeptDifference kept, Outcome payment) {
        UUID payoutId = Ids.v5(kept.id(), "refund");
        boolean lenders = payment.flow() == Flow.DEPOSIT;
        long paise = kept.difference().restPaise();
        Payout payout = new Payout(
                payoutId,
                lenders ? SendMoney.Kind.WITHDRAWAL : SendMoney.Kind.REFUND,
                payment.loanId(),
                payment.userId(),
                paise,
                null);
        Flow flow = lenders ? Flow.WITHDRAWAL : Flow.REFUND;
        List<Entry> entries = List.of(
                followed(kept, escrow(payment)),
                Adjustments.givingBack(payoutId, subject(payment.loanId(), payoutId), flow, paise));
        return sending.send(List.of(payout))
                .flatMap(told -> ledger.bookAll(entries).thenReturn(told));
    }

    private static Entry followed(KeptDifference kept, Escrow escrow) {
        return Adjustments.followingTheBank(
                kept.id(), kept.id(), escrow, kept.difference().restPaise());
    }

    private static Escrow escrow(Outcome payment) {
        return payment.flow().escrow();
    }

    private static UUID subject(@Nullable UUID loanId, UUID payoutId) {
        return loanId == null ? payoutId : loanId;
    }
}
