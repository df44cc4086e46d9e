package com.byajbook.api.admission;

import com.byajbook.platform.overload.fairness.UserFairness;
import com.byajbook.platform.overload.fairness.UserRefusal;
import com.byajbook.platform.overload.fairness.Visit;
import com.byajbook.platform.overload.gate.WorkClass;
import com.byajbook.platform.problem.Failure;
import java.security.Principal;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives each user a share: right after it is known who it is. A request counts as in flight until its answer begins, so an
 * open stream does not. What comes without a token, the provider's callbacks, is nobody's share; nor is what an operator
 * does on the management port, whose handler is another application context's: whoever sets a limit too low must be able
 * to set it back.
 */
@Order(FairnessFilter.ORDER)
final class FairnessFilter implements WebFilter {

    /** After Spring Security's chain, which is at -100. */
    static final int ORDER = -50;

    private final UserFairness fairness;
    private final SharedShare shared;
    private final UserMeter meter;
    private final boolean protecting;
    private final ApplicationContext application;
    private final LongSupplier nanoClock;

    FairnessFilter(
            UserFairness fairness,
            SharedShare shared,
            UserMeter meter,
            boolean protecting,
            ApplicationContext application,
            LongSupplier nanoClock) {
        this.fairness = fairness;
        this.shared = shared;
        this.meter = meter;
        this.protecting = protecting;
        this.application = application;
        this.nanoClock = nanoClock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!protecting || exchange.getApplicationContext() != application) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .map(Principal::getName)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(
                        user -> user.map(name -> visit(name, exchange, chain)).orElseGet(() -> chain.filter(exchange)));
    }

    private Mono<Void> visit(String user, ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.using(
                () -> fairness.enter(nanoClock.getAsLong(), user),
                visit -> visit.refusal().isPresent()
                        ? refuse(visit.refusal().get())
                        : entered(user, visit, exchange, chain),
                Visit::over);
    }

    private Mono<Void> entered(String user, Visit visit, ServerWebExchange exchange, WebFilterChain chain) {
        return shared.waitFor(user, visit)
                .flatMap(wait -> wait.isZero()
                        ? served(visit, exchange, chain)
                        : refuse(visit.refuseFor(nanoClock.getAsLong(), wait)));
    }

    private Mono<Void> served(Visit visit, ServerWebExchange exchange, WebFilterChain chain) {
        meter.entered();
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(visit::over));
        return chain.filter(exchange).doFinally(end -> meter.left());
    }

    private Mono<Void> refuse(UserRefusal refusal) {
        return Mono.deferContextual(context -> Mono.error(() -> Failure.rateLimited(
                meter.refused(refusal, WorkClass.of(context)).overload())));
    }
}
