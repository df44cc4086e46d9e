package com.byajbook.api.warmup;

import com.byajbook.api.warmup.Rehearsal.Line;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Rehearses once the service has started; the replica is out of service meanwhile, as a part of its readiness. Whatever goes wrong
 * here costs speed and never the start.
 */
@Component
final class WarmUp implements ReactiveHealthIndicator, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final WarmUpProperties bounds;
    private final Rehearsal rehearsal;
    private final ServerProperties server;
    private final Environment environment;
    private final Disposable.Swap running = Disposables.swap();
    private volatile boolean started;
    private volatile boolean warm;

    WarmUp(WarmUpProperties bounds, Rehearsal rehearsal, ServerProperties server, Environment environment) {
        this.bounds = bounds;
        this.rehearsal = rehearsal;
        this.server = server;
        this.environment = environment;
        this.warm = bounds.longest().isZero();
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(() -> warm
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("rehearsing", "at most " + bounds.longest())
                        .build());
    }

    /** In the last phase, when the server listens. */
    @Override
    public void start() {
        started = true;
        if (!warm) {
            running.update(rehearse().subscribe());
        }
    }

    @Override
    public void stop() {
        running.dispose();
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    private Mono<Void> rehearse() {
        return Mono.using(
                () -> ConnectionProvider.create("warm-up", bounds.concurrency()),
                connections -> rounds(
                        HttpClient.create(connections).baseUrl(ownAddress()).responseTimeout(ANSWER_WITHIN)),
                ConnectionProvider::dispose);
    }

    private Mono<Void> rounds(HttpClient self) {
        Settling settling = new Settling();
        return Mono.defer(() -> round(self))
                .map(settling::isSettledAfter)
                .repeat()
                .takeUntil(settled -> settled)
                .then(Mono.just(""))
                .timeout(bounds.longest(), Mono.just("; it still got faster when byajbook.warm-up.longest ended it"))
                .onErrorResume(Exception.class, e -> Mono.just("; the rehearsal failed: " + e))
                .elapsed()
                .doOnNext(end -> LOG.info("Warm after {} ms{}", end.getT1(), end.getT2()))
                .doOnTerminate(() -> warm = true)
                .then();
    }

    /** Keys and tokens are made beside the event loops, which they would block. */
    private Mono<Duration> round(HttpClient self) {
        return Mono.fromSupplier(() -> rehearsal.lines(bounds.roundSize()))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(lines -> played(self, lines).elapsed())
                .map(played -> Duration.ofMillis(played.getT1()));
    }

    private Mono<Boolean> played(HttpClient self, List<Line> lines) {
        return Flux.fromIterable(lines)
                .flatMap(line -> ask(self, line), bounds.concurrency())
                .then(Mono.just(true));
    }

    /** Any answer is good; none at all is as well, as long as the start goes on. */
    private static Mono<Void> ask(HttpClient self, Line line) {
        return self.headers(line::addHeaders)
                .request(line.method())
                .uri(line.path())
                .send(ByteBufFlux.fromString(Mono.justOrEmpty(line.body())))
                .responseSingle((response, body) -> body.then())
                .onErrorComplete(Exception.class)
                .then();
    }

    private String ownAddress() {
        InetAddress bound = server.getAddress();
        String host = bound == null || bound.isAnyLocalAddress() ? "127.0.0.1" : bound.getHostAddress();
        return "http://" + host + ":" + environment.getRequiredProperty("local.server.port");
    }
}
