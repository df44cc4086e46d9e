package com.byajbook.platform.control;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.ValidationDepth;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Hears of changes the moment they are committed, on a connection that does nothing else. The poll is the net below. */
final class ChangeSignals implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangeSignals.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
    private static final double JITTER = 0.5;

    private final PostgresqlConnectionFactory connections;
    private final FollowLimits following;
    private final ControlProperties properties;
    private final ControlMeter meter;
    private final Disposable.Swap life = Disposables.swap();
    private volatile boolean running;

    ChangeSignals(
            PostgresqlConnectionFactory connections,
            FollowLimits following,
            ControlProperties properties,
            ControlMeter meter) {
        this.connections = connections;
        this.following = following;
        this.properties = properties;
        this.meter = meter;
    }

    @Override
    public void start() {
        running = true;
        life.update(listening().subscribe());
    }

    private Flux<Signal> listening() {
        return Flux.usingWhen(connections.create(), this::heard, ChangeSignals::close)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, properties.reconnectMin())
                        .maxBackoff(properties.reconnectMax())
                        .jitter(JITTER)
                        // A link that worked for a while begins again with the shortest pause.
                        .transientErrors(true)
                        .doBeforeRetry(retry -> lost(retry.failure())));
    }

    private void lost(Throwable failure) {
        meter.listening(false);
        log.warn("Changes of limits are heard of by the poll only, until the link is back ({})", failure.toString());
    }

    /** However many changes come at once, they are followed by one reading after the last of them. */
    private Flux<Signal> heard(PostgresqlConnection connection) {
        // The signals are taken before the server sends any, and a first reading catches up on what was missed.
        return Flux.merge(notifications(connection), listen(connection), silence(connection))
                .onBackpressureLatest()
                .concatMap(this::follow, 0);
    }

    private static Flux<Signal> notifications(PostgresqlConnection connection) {
        return connection
                .getNotifications()
                .map(notification -> Signal.CHANGED)
                .concatWith(Flux.error(() -> new IOException("the listening connection was closed")));
    }

    private Mono<Signal> listen(PostgresqlConnection connection) {
        return connection
                .createStatement("listen " + PostgresLimits.CHANNEL)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated, 1)
                .then(Mono.fromSupplier(() -> {
                    meter.listening(true);
                    return Signal.LISTENING;
                }));
    }

    /** A link that was cut silently brings no error, and no notification either: only asking tells. */
    private Flux<Signal> silence(PostgresqlConnection connection) {
        return Flux.interval(properties.poll())
                .onBackpressureDrop()
                .concatMap(
                        tick -> Mono.from(connection.validate(ValidationDepth.REMOTE))
                                .timeout(properties.statementTimeout())
                                .filter(alive -> !alive)
                                .flatMap(dead -> Mono.<Signal>error(
                                        () -> new IOException("the listening connection does not answer"))),
                        0);
    }

    private Mono<Signal> follow(Signal signal) {
        return following.follow().thenReturn(signal).onErrorResume(Exception.class, e -> {
            log.warn("A change was heard of and could not be read ({}); the poll follows it", e.toString());
            return Mono.just(signal);
        });
    }

    private static Mono<Void> close(PostgresqlConnection connection) {
        return connection.close().timeout(CLOSE_TIMEOUT).onErrorResume(Exception.class, e -> Mono.empty());
    }

    @Override
    public void stop() {
        running = false;
        life.dispose();
        meter.listening(false);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ControlLife.PHASE;
    }

    /** Why the stored limits are read. */
    private enum Signal {
        LISTENING,
        CHANGED
    }
}
