package com.byajbook.platform.postgres;

import com.byajbook.platform.deadline.MissedDeadlines;
import com.byajbook.platform.overload.gate.Gate;
import com.byajbook.platform.overload.gate.Permit;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/**
 * A pool behind its gate. Who waits, waits at the gate, where a promise is made and priorities count; the pool's own queue
 * stays empty. A permit is out for exactly as long as its connection is.
 */
final class GatedConnections implements ConnectionFactory, Wrapped<ConnectionFactory> {

    private final ConnectionFactory pool;
    private final Gate gate;
    private final AtomicBoolean away;
    private final MissedDeadlines deadlines;

    /**
     * A pool that nobody uses past this gate.
     *
     * @param away is set while the pool cannot get at the database
     */
    GatedConnections(ConnectionFactory pool, Gate gate, AtomicBoolean away, MissedDeadlines deadlines) {
        this.pool = pool;
        this.gate = gate;
        this.away = away;
        this.deadlines = deadlines;
    }

    /** Fails with {@code overloaded} when the gate lets nobody in, and with {@code deadlinePassed} when nobody waits for it. */
    @Override
    public Mono<Connection> create() {
        Mono<LentConnection> lent = gate.admitHolding(this::borrow, LentConnection::close);
        return Mono.deferContextual(context ->
                deadlines.isLate(context) ? deadlines.drop(gate.name(), "The query") : lent.cast(Connection.class));
    }

    private Mono<LentConnection> borrow(Permit permit) {
        return Mono.from(pool.create())
                .map(connection -> new LentConnection(connection, permit))
                .doOnNext(lent -> away.set(false))
                .doOnError(e -> away.set(true));
    }

    /** The same gate with something around the connections behind it. */
    GatedConnections with(UnaryOperator<ConnectionFactory> decorator) {
        return new GatedConnections(decorator.apply(pool), gate, away, deadlines);
    }

    Gate gate() {
        return gate;
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return pool.getMetadata();
    }

    @Override
    public ConnectionFactory unwrap() {
        return pool;
    }
}
