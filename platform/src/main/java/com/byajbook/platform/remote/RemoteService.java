package com.byajbook.platform.remote;

import com.byajbook.platform.deadline.MissedDeadlines;
import com.byajbook.platform.overload.gate.Gate;
import com.byajbook.platform.problem.Failure;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** One called service. From the outside in: retries for calls that may be repeated, its gate, its breaker, the time-out. */
public final class RemoteService {

    private final String name;
    private final RemoteProperties.Remote settings;
    private final WebClient client;
    private final CircuitBreaker breaker;
    private final Gate gate;
    private final Repeats repeats;
    private final MissedDeadlines deadlines;

    /** Who waited so long in vain has seen a slow service; who gave up before has seen nothing. */
    private final Duration patience;

    RemoteService(
            String name,
            RemoteProperties.Remote settings,
            WebClient client,
            CircuitBreaker breaker,
            Gate gate,
            Repeats repeats,
            MissedDeadlines deadlines) {
        this.name = name;
        this.settings = settings;
        this.client = client;
        this.breaker = breaker;
        this.gate = gate;
        this.repeats = repeats;
        this.deadlines = deadlines;
        Duration mostOfTimeout = settings.timeout().multipliedBy(3).dividedBy(4);
        this.patience = settings.slowCall().compareTo(mostOfTimeout) < 0 ? settings.slowCall() : mostOfTimeout;
    }

    /** The client with base address, bounded connections and, for one of ours, the internal token. */
    public WebClient client() {
        return client;
    }

    /** The breaker, for those who pause while it is open. */
    public CircuitBreaker breaker() {
        return breaker;
    }

    /** The gate in front of its connections. */
    public Gate gate() {
        return gate;
    }

    /**
     * The call, once: let in by the gate, behind the breaker, and ended after the time-out or when the deadline of the work
     * at hand is over, whichever is first. The wait at the gate counts.
     *
     * @return the call's value; {@link Failure.DeadlinePassed} when it took too long or no time was left to begin it;
     *     {@link Failure.Overloaded} when the gate let it not in, or the service, being one of ours, said so itself;
     *     {@link Failure.DependencyUnavailable} when the service failed, was not reached, or the breaker is open; other
     *     errors, as a 4xx, unchanged
     */
    public <T> Mono<T> guarded(Mono<T> call) {
        return inTime(attempt(call));
    }

    /**
     * The same for a call that may reach the service twice without harm. What failed quickly is tried again, within the
     * deadline and as far as the budget of the whole process reaches.
     */
    public <T> Mono<T> guardedAndRepeated(Mono<T> call) {
        return inTime(repeats.repeated(name, attempt(call)));
    }

    private <T> Mono<T> inTime(Mono<T> attempts) {
        return Mono.deferContextual(context -> deadlines.isLate(context)
                ? deadlines.drop(gate.name(), what())
                : attempts.contextWrite(deadlines.within(context, settings.timeout())::into));
    }

    private <T> Mono<T> attempt(Mono<T> call) {
        return gate.admit(Mono.deferContextual(context -> send(call, context)))
                .onErrorMap(TimeoutException.class, e -> Failure.deadlinePassed(what()))
                .onErrorMap(RemoteService::isOutage, e -> Failure.unavailable(name, e));
    }

    /**
     * The time-out stands upstream of the breaker: the other way round a slow call reaches the breaker as a cancel, which
     * counts as nothing, and the breaker never opens.
     */
    private <T> Mono<T> send(Mono<T> call, ContextView context) {
        Duration left = deadlines.left(context, settings.timeout());
        if (left.isZero()) {
            return deadlines.drop(gate.name(), what());
        }
        return call.timeout(left)
                .onErrorMap(e -> meaning(e, left))
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    /** What an error says about the service: nothing, where its caller had less patience than a healthy one may need. */
    private Throwable meaning(Throwable error, Duration left) {
        Throwable told = settings.internal() && error instanceof WebClientResponseException answer
                ? OwnersRefusal.told(answer)
                : error;
        boolean late = told instanceof TimeoutException || told instanceof Failure.DeadlinePassed;
        if (!late) {
            return told;
        }
        return left.compareTo(patience) >= 0
                ? new TimeoutException(what() + " took longer than " + left)
                : Failure.deadlinePassed(what());
    }

    private String what() {
        return "A call to " + name;
    }

    /** Whether an error says that the service is unwell, not that the request was wrong. */
    static boolean isOutage(Throwable error) {
        return error instanceof CallNotPermittedException
                || error instanceof WebClientRequestException
                || error instanceof WebClientResponseException response
                        && response.getStatusCode().is5xxServerError();
    }
}
