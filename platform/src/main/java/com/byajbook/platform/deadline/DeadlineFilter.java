package com.byajbook.platform.deadline;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Reads {@code Request-Timeout-Ms}; a value that means nothing is refused rather than ignored. */
@Order(DeadlineFilter.ORDER)
public final class DeadlineFilter implements WebFilter {

    /** After the correlation id, before authentication. */
    public static final int ORDER = -180;

    public static final String HEADER = "Request-Timeout-Ms";
    private static final int MAX_DIGITS = 6;
    private static final int MAX_MILLIS = 300_000;
    private static final Duration LONGEST = Duration.ofMillis(MAX_MILLIS);

    /** Never finished, and not meant to be. */
    private static final String STREAM = "/v1/events";

    private final Clock clock;

    public DeadlineFilter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String given = exchange.getRequest().getHeaders().getFirst(HEADER);
        if (given == null) {
            return chain.filter(exchange);
        }
        Deadline deadline = parse(given);
        if (deadline == null) {
            return Mono.error(() -> Failure.invalid(
                    ProblemType.INVALID_PARAMETER,
                    HEADER + " is a number of milliseconds from 1 to " + MAX_MILLIS + "."));
        }
        Mono<Void> answer = chain.filter(exchange).contextWrite(deadline::into);
        return isRead(exchange) ? inTime(answer, deadline) : answer;
    }

    /** A read may be given up half-way; a write is refused before it begins, where its work is taken from the queue. */
    private static boolean isRead(ServerWebExchange exchange) {
        return HttpMethod.GET.equals(exchange.getRequest().getMethod())
                && !exchange.getRequest().getPath().value().equals(STREAM);
    }

    private Mono<Void> inTime(Mono<Void> answer, Deadline deadline) {
        return answer.timeout(deadline.remaining(clock.instant(), LONGEST))
                .onErrorMap(TimeoutException.class, late -> Failure.deadlinePassed("The request"));
    }

    private @Nullable Deadline parse(String given) {
        if (given.isEmpty() || given.length() > MAX_DIGITS || !given.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int millis = Integer.parseInt(given);
        return millis < 1 || millis > MAX_MILLIS
                ? null
                : new Deadline(clock.instant().plusMillis(millis));
    }
}
