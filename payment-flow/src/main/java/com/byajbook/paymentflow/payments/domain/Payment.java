package com.byajbook.paymentflow.payments.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment and how far it is.
 *
 * @param version starts at 1 and grows with every change of state
 * @param utr the bank's unique transaction reference, once the money moved
 * @param reason why it failed or is unknown, or why it counts as a success without a bank's confirmation
 * @param provider who was asked last; another one only after a definite failure of this
 * @param next what we still owe it; null when we owe it nothing
 * @param split what a repayment paid; null until it was allocated
 */
public record Payment(
        PaymentOrder order,
        PaymentState state,
        int version,
        @Nullable String utr,
        @Nullable String reason,
        @Nullable String providerTxnId,
        String provider,
        Efforts efforts,
        @Nullable NextStep next,
        Instant updatedAt,
        @Nullable Split split) {

    static final String GIVEN_UP = "no-outcome-after-last-check";
    static final String WRONG_AMOUNT = "amount-disputed";
    static final String USED_UTR = "utr-disputed";

    /** Who is asked first. */
    public static final String FIRST_PROVIDER = "upi";

    public Payment {
        Objects.requireNonNull(order);
        Objects.requireNonNull(state);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(efforts);
        Objects.requireNonNull(updatedAt);
        if (version < 1) {
            throw new IllegalArgumentException("version " + version);
        }
        if (state.isTerminal() && next != null) {
            throw new IllegalArgumentException("a payment that is " + state + " has no next step");
        }
    }

    /** A new payment, due for submission at once. */
    public static Payment create(PaymentOrder order, Instant now) {
        return new Payment(
                order,
                PaymentState.CREATED,
                1,
                null,
                null,
                null,
                FIRST_PROVIDER,
                Efforts.NONE,
                new NextStep(NextStep.Kind.SUBMIT, now),
                now,
                null);
    }

    /** One that ends before it begins: nothing of it ever goes to a provider. */
    public static Payment refused(PaymentOrder order, String reason, Instant now) {
        return new Payment(
                order, PaymentState.FAILED, 1, null, reason, null, FIRST_PROVIDER, Efforts.NONE, null, now, null);
    }

    public UUID id() {
        return order.paymentId();
    }

    /** What the finding makes of this payment. */
    public Learned learn(Finding finding, PaymentPolicy policy, Instant now) {
        if (!finding.provider().equals(provider)) {
            return unmoved(finding, Transitions.wordOfAnother(finding.evidence()));
        }
        if (finding.isStaleFor(version)) {
            return unmoved(finding, Verdict.OUT_OF_DATE);
        }
        if (finding.disagreesWith(order.amountPaise())) {
            return dispute(finding, Discrepancy.Kind.AMOUNT, WRONG_AMOUNT, policy, now);
        }
        return Transitions.next(state, finding.evidence())
                .map(target -> new Learned(move(finding, target, policy, now), Verdict.APPLIED, null))
                .orElseGet(() -> unmoved(finding, Transitions.standstill(state, finding.evidence())));
    }

    /** What a success makes of this payment when its bank reference already stands for another one. */
    public Learned learnOfUsedUtr(Finding finding, PaymentPolicy policy, Instant now) {
        return dispute(finding, Discrepancy.Kind.UTR, USED_UTR, policy, now);
    }

    /** The same payment with its step taken: it falls due again only if the taker does not finish. */
    public Payment leased(PaymentPolicy policy, Instant now) {
        NextStep taken = Objects.requireNonNull(next, "nothing to take");
        return with(efforts, new NextStep(taken.kind(), policy.leaseEnd(now)));
    }

    /** The same repayment with what it paid. */
    public Payment allocated(Split known, Instant now) {
        return new Payment(order, state, version + 1, utr, reason, providerTxnId, provider, efforts, next, now, known);
    }

    /** Whether we have asked as often as we may and the outcome is still open. */
    public boolean isLeftUnknown() {
        return state == PaymentState.UNKNOWN && next == null;
    }

    private Learned dispute(Finding finding, Discrepancy.Kind kind, String why, PaymentPolicy policy, Instant now) {
        Discrepancy discrepancy = new Discrepancy(id(), kind, finding.source(), describe(finding));
        Finding disputed = finding.disputed(why);
        Payment payment = Transitions.next(state, disputed.evidence())
                .map(target -> move(disputed, target, policy, now))
                .orElse(this);
        return new Learned(payment, Verdict.DISPUTED, discrepancy);
    }

    private Learned unmoved(Finding finding, Verdict verdict) {
        Discrepancy discrepancy = verdict == Verdict.CONTRADICTED
                ? new Discrepancy(id(), Discrepancy.Kind.OUTCOME, finding.source(), describe(finding))
                : null;
        return new Learned(this, verdict, discrepancy);
    }

    private Payment move(Finding finding, PaymentState target, PaymentPolicy policy, Instant now) {
        if (policy.endsWith(finding.evidence(), target, efforts)) {
            PaymentState end = Transitions.next(state, Evidence.GIVEN_UP).orElse(state);
            return arrive(end, GIVEN_UP, finding, null, now);
        }
        if (target == PaymentState.FAILED && order.purpose().isOutbound()) {
            return policy.providerAfter(provider)
                    .map(other -> handedTo(other, now))
                    .orElseGet(() -> arrive(target, finding.reason(), finding, null, now));
        }
        NextStep step = FollowUp.after(finding.evidence(), target, efforts.after(finding.evidence()), policy, now);
        return arrive(target, finding.reason(), finding, step, now);
    }

    /** No money moved, so nothing is paid twice when another provider tries. */
    private Payment handedTo(String other, Instant now) {
        NextStep submission = new NextStep(NextStep.Kind.SUBMIT, now);
        return new Payment(
                order,
                PaymentState.CREATED,
                version + 1,
                null,
                null,
                null,
                other,
                Efforts.NONE,
                submission,
                now,
                split);
    }

    private Payment arrive(
            PaymentState target, @Nullable String why, Finding finding, @Nullable NextStep step, Instant now) {
        Efforts spent = efforts.after(finding.evidence());
        String txn = finding.providerTxnId() == null ? providerTxnId : finding.providerTxnId();
        boolean stillUnderWay = step != null || Objects.equals(why, reason);
        if (target == state && stillUnderWay) {
            return new Payment(order, state, version, utr, reason, txn, provider, spent, step, updatedAt, split);
        }
        String moved = finding.collectedUtr() == null ? utr : finding.collectedUtr();
        String told = target.isTerminal() || target == PaymentState.UNKNOWN ? why : null;
        return new Payment(order, target, version + 1, moved, told, txn, provider, spent, step, now, split);
    }

    private Payment with(Efforts newEfforts, NextStep newNext) {
        return new Payment(
                order, state, version, utr, reason, providerTxnId, provider, newEfforts, newNext, updatedAt, split);
    }

    private String describe(Finding finding) {
        return "we have " + state + " of " + order.amountPaise() + " paise, told " + finding.evidence() + " "
                + finding.figures();
    }
}
