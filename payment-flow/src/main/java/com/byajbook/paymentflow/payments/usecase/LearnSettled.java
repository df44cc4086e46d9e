package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.Finding;
import com.byajbook.paymentflow.payments.domain.Verdict;
import com.byajbook.platform.message.Message;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lets payments learn what a settlement file says of them, just as from an inquiry that asked the same. */
public final class LearnSettled {

    private final ApplyFindings findings;
    private final PaymentSignals signals;

    public LearnSettled(ApplyFindings findings, PaymentSignals signals) {
        this.findings = findings;
        this.signals = signals;
    }

    /** Weighs them in their order, inside the current transaction. */
    public Mono<Learnt> learn(List<Settled> settled) {
        return findings.apply(settled.stream().map(Settled::finding).toList())
                .doOnNext(lesson -> lesson.tell(signals))
                .map(LearnSettled::learnt);
    }

    private static Learnt learnt(Lesson lesson) {
        Set<String> believed = lesson.weighed().stream()
                .filter(weighed -> weighed.verdict() == Verdict.APPLIED || weighed.verdict() == Verdict.REPEATED)
                .map(weighed -> weighed.finding().source())
                .collect(Collectors.toUnmodifiableSet());
        return new Learnt(believed, lesson.messages());
    }

    /**
     * What a provider's file says of a payment.
     *
     * @param source says where, and is different for each
     * @param back whether the money came back; otherwise it moved
     * @param utr null when it is not to be believed
     */
    public record Settled(
            UUID paymentId,
            String provider,
            String source,
            boolean back,
            long amountPaise,
            @Nullable String utr,
            @Nullable String reason) {

        private Finding finding() {
            return new Finding(
                    paymentId,
                    back ? Evidence.INQUIRY_REVERSED : Evidence.INQUIRY_SUCCEEDED,
                    source,
                    null,
                    provider,
                    new Finding.Figures(amountPaise, utr),
                    null,
                    reason);
        }
    }

    /**
     * What came of it.
     *
     * @param believed the sources whose word the payment took over, or had already
     * @param messages what is to be announced with it
     */
    public record Learnt(Set<String> believed, List<Message> messages) {}
}
