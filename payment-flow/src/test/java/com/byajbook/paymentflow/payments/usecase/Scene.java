package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.Payments;
import com.byajbook.paymentflow.payments.domain.Verdict;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.UpiCallback;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The use cases over books in memory, a clock that is moved by hand and a provider that does what it is told. */
final class Scene {

    final FakeBooks books = new FakeBooks();
    final Signals signals = new Signals();
    final Provider provider = new Provider();
    final Doorbell doorbell = new Doorbell();
    final HandClock clock = new HandClock();
    private final CallLimits limits = new CallLimits(10, Duration.ofMillis(5));
    private final ApplyFindings findings = new ApplyFindings(books, books, books, books, books, Payments.POLICY, clock);
    private final SettleEvents settling = new SettleEvents(findings, books);
    private final TakeDuePayments due = new TakeDuePayments(books, books, books, Payments.POLICY, clock);
    private final CallProvider calling = new CallProvider(books, findings, signals, limits);

    final AcceptPayments accepting = new AcceptPayments(books, books, doorbell, clock);
    final ApplyCallbacks callbacks = new ApplyCallbacks(books, books, settling, signals, clock);
    final ApplyEarlyCallbacks early = new ApplyEarlyCallbacks(books, books, settling, signals, 10);

    SubmitPayments submitting() {
        return submitting(provider);
    }

    SubmitPayments submitting(UpiProvider through) {
        return new SubmitPayments(due, calling, through, limits);
    }

    InquirePayments inquiring() {
        return new InquirePayments(due, calling, provider, limits);
    }

    Payment has(Payment payment) {
        books.put(payment);
        return payment;
    }

    Payment now(Payment payment) {
        return books.get(payment.id());
    }

    List<PaymentChanged> announced() {
        return books.sent.stream().map(PaymentChanged.class::cast).toList();
    }

    static UpiCallback success(Payment payment, String eventId, String utr) {
        return callback(payment.id(), eventId, UpiCallback.Status.SUCCEEDED, Payments.AMOUNT_PAISE, utr);
    }

    static UpiCallback failure(Payment payment, String eventId) {
        return callback(payment.id(), eventId, UpiCallback.Status.FAILED, Payments.AMOUNT_PAISE, null);
    }

    static UpiCallback callback(
            UUID paymentId, String eventId, UpiCallback.Status status, long amountPaise, @Nullable String utr) {
        String reason = status == UpiCallback.Status.FAILED ? "INSUFFICIENT_FUNDS" : null;
        return new UpiCallback(
                UUID.randomUUID(), Payments.NOON, eventId, paymentId, status, amountPaise, utr, reason, "upi");
    }

    /** Counts. */
    static final class Signals implements PaymentSignals {

        final Map<Verdict, Integer> verdicts = new HashMap<>();
        int repeated;
        int leftUnknown;

        @Override
        public void weighed(Evidence evidence, Verdict verdict) {
            verdicts.merge(verdict, 1, Integer::sum);
        }

        @Override
        public void repeatedEvents(int count) {
            repeated += count;
        }

        @Override
        public void leftUnknown() {
            leftUnknown++;
        }
    }

    /** Answers as scripted; refuses to be called inside a transaction. */
    static final class Provider implements UpiProvider {

        final List<UUID> collected = new ArrayList<>();
        final List<UUID> inquired = new ArrayList<>();
        Function<UUID, Mono<ProviderAnswer>> onCollect = id -> answer(Evidence.SUBMISSION_ACCEPTED);
        Function<UUID, Mono<ProviderAnswer>> onInquire = id -> answer(Evidence.INQUIRY_PENDING);

        static Mono<ProviderAnswer> answer(Evidence evidence) {
            return Mono.just(ProviderAnswer.bare(evidence, "scripted"));
        }

        @Override
        public Mono<ProviderAnswer> submit(Payment payment) {
            return outside(Mono.defer(() -> {
                collected.add(payment.id());
                return onCollect.apply(payment.id());
            }));
        }

        @Override
        public Mono<ProviderAnswer> inquire(Payment payment) {
            return outside(Mono.defer(() -> {
                inquired.add(payment.id());
                return onInquire.apply(payment.id());
            }));
        }

        private static Mono<ProviderAnswer> outside(Mono<ProviderAnswer> call) {
            return Mono.deferContextual(context -> context.hasKey(FakeBooks.IN_TRANSACTION)
                    ? Mono.error(new AssertionError("the provider is called inside a transaction"))
                    : call);
        }
    }

    /** Stands still until it is moved. */
    static final class HandClock extends Clock {

        private Instant now = Payments.NOON;

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone is enough");
        }
    }
}
