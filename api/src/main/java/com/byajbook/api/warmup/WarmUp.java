package com.byajbook.api.warmup;

import com.byajbook.api.warmup.Rehearsal.Line;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Rehearses before the replica is ready, on the thread that starts it: readiness is published after this only. Whatever goes wrong
 * here costs speed and never the start.
 */
@Component
final class WarmUp implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final WarmUpProperties bounds;
    private final Rehearsal rehearsal;
    private final ServerProperties server;
    private final Environment environment;

    WarmUp(WarmUpProperties bounds, Rehearsal rehearsal, ServerProperties server, Environment environment) {
        this.bounds = bounds;
        this.rehearsal = rehearsal;
        this.server = server;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (bounds.longest().isZero()) {
            return;
        }
        ConnectionProvider connections = ConnectionProvider.create("warm-up", bounds.concurrency());
        try {
            rehearse(HttpClient.create(connections).baseUrl(ownAddress()).responseTimeout(ANSWER_WITHIN));
        } finally {
            connections.dispose();
        }
    }

    private void rehearse(HttpClient self) {
        long begun = System.nanoTime();
        long end = begun + bounds.longest().toNanos();
        Settling settling = new Settling();
        boolean settled = false;
        boolean timeIsUp = false;
        while (!settled && !timeIsUp) {
            List<Line> lines = rehearsal.lines(bounds.roundSize());
            long roundBegun = System.nanoTime();
            timeIsUp = !playedBefore(end, self, lines);
            // A round that time cut short says nothing of how fast it would have been.
            settled = !timeIsUp && settling.isSettledAfter(Duration.ofNanos(System.nanoTime() - roundBegun));
        }
        LOG.info(
                "Warm after {} ms{}",
                Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                settled ? "" : "; it still got faster when byajbook.warm-up.longest ended it");
    }

    private boolean playedBefore(long end, HttpClient self, List<Line> lines) {
        Boolean played = Flux.fromIterable(lines)
                .flatMap(line -> ask(self, line), bounds.concurrency())
                .then(Mono.just(true))
                .timeout(Duration.ofNanos(Math.max(0, end - System.nanoTime())), Mono.just(false))
                .block();
        return Boolean.TRUE.equals(played);
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
