package com.byajbook.platform.postgres.slowreports;

import com.byajbook.platform.limits.LiveLimit;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Wrapped;
import java.util.function.IntSupplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Report connections of which a share first sleeps at the server, as a query without an index would. */
final class SlowReports implements ConnectionFactory, Wrapped<ConnectionFactory> {

    private static final double MILLIS = 1_000.0;

    private final ConnectionFactory connections;
    private final LiveLimit sharePct;
    private final LiveLimit millis;
    private final IntSupplier dice;

    /**
     * Connections that are slow by these limits.
     *
     * @param dice a number from 0 to 99
     */
    SlowReports(ConnectionFactory connections, LiveLimit sharePct, LiveLimit millis, IntSupplier dice) {
        this.connections = connections;
        this.sharePct = sharePct;
        this.millis = millis;
        this.dice = dice;
    }

    @Override
    public Mono<Connection> create() {
        return Mono.defer(() -> {
            Mono<Connection> connection = Mono.<Connection>from(connections.create());
            return dice.getAsInt() < sharePct.value() ? connection.flatMap(this::sleepFirst) : connection;
        });
    }

    /** Nobody cancels this: who wants the connection no more gets it all the same, and gives it back. */
    private Mono<Connection> sleepFirst(Connection connection) {
        return sleep(connection)
                .thenReturn(connection)
                .onErrorResume(
                        Exception.class, e -> Mono.from(connection.close()).then(Mono.error(e)));
    }

    private Mono<Void> sleep(Connection connection) {
        String sql = "select pg_sleep(" + millis.value() / MILLIS + ")";
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return connections.getMetadata();
    }

    @Override
    public ConnectionFactory unwrap() {
        return connections;
    }
}
