package com.byajbook.platform.postgres;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;

/**
 * Opens the pools' connections before anything asks for one. Logins are slow on a machine that is busy starting, and a
 * first wave of consumers and requests would spend its patience on them.
 */
final class PoolWarmUp implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PoolWarmUp.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Before messaging and the web server, which start in higher phases. */
    private static final int PHASE = 0;

    private final List<ConnectionPool> pools;
    private volatile boolean running;

    PoolWarmUp(List<ConnectionPool> pools) {
        this.pools = pools;
    }

    /** Waits on the starting thread; a pool that is not warm in time opens the rest as they are needed. */
    @Override
    public void start() {
        Flux.fromIterable(pools)
                .flatMap(ConnectionPool::warmup, Math.max(1, pools.size()))
                .then()
                .timeout(PATIENCE)
                .doOnError(e -> log.warn("The connections are not all open yet ({}); the rest follow", e.toString()))
                .onErrorComplete()
                .block();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
