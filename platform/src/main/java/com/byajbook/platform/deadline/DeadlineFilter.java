package com.byajbook.platform.deadline;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps reads to the deadline that the ingress put into the context; a {@code Request-Timeout-Ms} that means nothing is
 * refused rather than ignored.
 */
@Order(DeadlineFilter.ORDER)
public final class DeadlineFilter implements WebFilter {

    /** After the correlation id, before authentication. */
    public static final int ORDER = -180;

    public static final String HEADER = RequestTimeout.HEADER;

    private static final Duration LONGEST = Duration.ofMillis(RequestTimeout.MAX_MILLIS);

    private final Clock clock;
    private final MissedDeadlines missed;

    public DeadlineFilter(Clock clock, MissedDeadlines missed) {
        this.clock = clock;
        this.missed = missed;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getHeaders().getFirst(RequestTimeout.HEADER) == null) {
            return chain.filter(exchange);
        }
        return Mono.deferContextual(context -> {
            Deadline deadline = Deadline.of(context);
            if (deadline.equals(Deadline.NONE)) {
                return Mono.error(() -> Failure.invalid(
                        ProblemType.INVALID_PARAMETER,
                        RequestTimeout.HEADER + " is a number of milliseconds from 1 to " + RequestTimeout.MAX_MILLIS
                                + "."));
            }
            Mono<Void> answer = chain.filter(exchange);
            return isRead(exchange) ? inTime(answer, deadline) : answer;
        });
    }

    /**
     * A read may be given up half-way; a write is refused before it begins, where its work is taken from the queue. A
     * stream never ends, and is not meant to.
     */
    private static boolean isRead(ServerWebExchange exchange) {
        return HttpMethod.GET.equals(exchange.getRequest().getMethod())
                && exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT).stream()
                        .noneMatch(accept -> accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE));
    }

    private Mono<Void> inTime(Mono<Void> answer, Deadline deadline) {
        return answer.timeout(deadline.remaining(clock.instant(), LONGEST)).onErrorMap(TimeoutException.class, late -> {
            missed.count("read");
            return Failure.deadlinePassed("The request");
        });
    }
}
