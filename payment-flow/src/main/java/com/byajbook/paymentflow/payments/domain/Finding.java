package com.byajbook.paymentflow.payments.domain;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evidence about one payment with its particulars.
 *
 * @param source who said so, for whoever must look into it later: an event id of the provider, or the kind of call
 * @param asOfVersion the version of the payment that a call of ours was made for; null for what the provider says unasked
 * @param provider who said so, or was asked
 * @param figures what the provider says of the money; null when it says nothing
 * @param providerTxnId the provider's own id of the collection
 * @param reason why it failed, or why it counts as a success although no bank confirmed it
 */
public record Finding(
        UUID paymentId,
        Evidence evidence,
        String source,
        @Nullable Integer asOfVersion,
        String provider,
        @Nullable Figures figures,
        @Nullable String providerTxnId,
        @Nullable String reason) {

    public Finding {
        Objects.requireNonNull(paymentId);
        Objects.requireNonNull(evidence);
        Objects.requireNonNull(source);
        Objects.requireNonNull(provider);
        if (evidence.isSuccess() && figures == null) {
            throw new IllegalArgumentException("a success names its amount");
        }
    }

    /** The money as the provider sees it. */
    public record Figures(long amountPaise, @Nullable String utr) {}

    /** What a call of ours showed and nothing more. */
    public static Finding ofCall(Payment payment, Evidence evidence) {
        return ofCall(payment, evidence, null, null, null);
    }

    /** What a call of ours showed. */
    public static Finding ofCall(
            Payment payment,
            Evidence evidence,
            @Nullable Figures figures,
            @Nullable String providerTxnId,
            @Nullable String reason) {
        return new Finding(
                payment.id(), evidence, "call", payment.version(), payment.provider(), figures, providerTxnId, reason);
    }

    /** What is left of a finding whose figures cannot be believed. */
    Finding disputed(String why) {
        return new Finding(paymentId, Evidence.DISPUTED, source, null, provider, figures, providerTxnId, why);
    }

    boolean disagreesWith(long amountPaise) {
        return figures != null && figures.amountPaise() != amountPaise;
    }

    /** The bank's reference of money that moved; null when none is named. */
    public @Nullable String collectedUtr() {
        return evidence.isSuccess() && figures != null ? figures.utr() : null;
    }

    /** Whether it speaks of a version of the payment that is gone. An outcome holds whenever it was asked for. */
    boolean isStaleFor(int version) {
        return asOfVersion != null
                && asOfVersion != version
                && evidence != Evidence.INQUIRY_SUCCEEDED
                && evidence != Evidence.INQUIRY_FAILED
                && evidence != Evidence.INQUIRY_REVERSED;
    }
}
