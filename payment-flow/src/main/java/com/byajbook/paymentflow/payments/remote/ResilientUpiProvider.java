package com.byajbook.paymentflow.payments.remote;

import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.usecase.ProviderAnswer;
import com.byajbook.paymentflow.payments.usecase.UpiProvider;
import com.byajbook.platform.problem.Failure;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.net.ConnectException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Puts the deadline and the breaker around a provider, and turns every way in which a call may go wrong into what it proves.
 *
 * <p>Only a call that certainly never left us counts as not sent. Anything else may have reached the provider.
 */
public final class ResilientUpiProvider implements UpiProvider {

    private static final Logger LOG = LoggerFactory.getLogger(ResilientUpiProvider.class);

    private final UpiProvider provider;
    private final Guard guard;

    public ResilientUpiProvider(UpiProvider provider, Guard guard) {
        this.provider = provider;
        this.guard = guard;
    }

    /** A deadline with a breaker downstream of it. */
    @FunctionalInterface
    public interface Guard {

        <T> Mono<T> guarded(Mono<T> call);
    }

    @Override
    public Mono<ProviderAnswer> submit(Payment payment) {
        return answer(
                Mono.defer(() -> provider.submit(payment)),
                error -> neverLeft(error) ? Evidence.SUBMISSION_NOT_SENT : Evidence.SUBMISSION_UNANSWERED);
    }

    @Override
    public Mono<ProviderAnswer> inquire(Payment payment) {
        return answer(Mono.defer(() -> provider.inquire(payment)), error -> Evidence.INQUIRY_UNANSWERED);
    }

    private Mono<ProviderAnswer> answer(Mono<ProviderAnswer> call, Function<Throwable, Evidence> proves) {
        return guard.guarded(call.switchIfEmpty(Mono.error(() -> new IllegalStateException("an empty answer"))))
                .onErrorResume(
                        Exception.class, error -> Mono.just(ProviderAnswer.bare(proves.apply(error), reason(error))));
    }

    private static String reason(Throwable error) {
        if (error instanceof Failure.DeadlinePassed) {
            return "provider-too-slow";
        }
        if (error instanceof Failure.DependencyUnavailable) {
            return "provider-unavailable";
        }
        if (error instanceof Failure.Overloaded) {
            return "too-many-calls-in-flight";
        }
        LOG.warn("The UPI provider's answer cannot be used; what it did is asked for", error);
        return "provider-answer-unusable";
    }

    private static boolean neverLeft(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof CallNotPermittedException
                    || cause instanceof Failure.Overloaded) {
                return true;
            }
        }
        return false;
    }
}
