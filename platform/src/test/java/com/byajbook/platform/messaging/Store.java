package com.byajbook.platform.messaging;

import com.byajbook.platform.postgres.PostgresFixture;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A service's messaging over a fresh database, wired by hand. */
final class Store implements AutoCloseable {

    private final PostgresFixture postgres = PostgresFixture.fresh("messaging");
    private final ConfirmedPublisher publisher;
    private final Outbox outbox;
    private final OutboxRelay relay;

    Store(Broker broker) {
        this.publisher = broker.publisher();
        this.outbox = new Outbox(database(), new MessageCodec(), broker.properties(), Clock.systemUTC());
        this.relay = new OutboxRelay(outbox, publisher, broker.properties(), Clock.systemUTC(), broker.meters());
        database()
                .sql("create table effect (id uuid not null, note text)")
                .then()
                .block();
    }

    DatabaseClient database() {
        return postgres.database();
    }

    TransactionalOperator transaction() {
        return postgres.transaction();
    }

    Outbox outbox() {
        return outbox;
    }

    OutboxRelay relay() {
        return relay;
    }

    ConfirmedPublisher publisher() {
        return publisher;
    }

    MessageTransaction messageTransaction() {
        return new MessageTransaction(transaction(), new Inbox(database(), Clock.systemUTC()), outbox, relay);
    }

    ParkedMessages parked() {
        return new ParkedMessages(database(), Clock.systemUTC());
    }

    long count(String table) {
        return postgres.count(table);
    }

    void start() {
        publisher.start();
        relay.start();
    }

    @Override
    public void close() {
        relay.stop();
        publisher.stop();
        postgres.close();
    }
}
