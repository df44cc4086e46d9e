package com.byajbook.paymentflow.payments.persistence;

import com.byajbook.paymentflow.payments.usecase.Conclusion;
import com.byajbook.paymentflow.payments.usecase.ProviderEvent;
import com.byajbook.paymentflow.payments.usecase.ProviderEvents;
import com.byajbook.platform.message.UpiCallback;
import com.byajbook.platform.postgres.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Owns {@code provider_event}. */
@Repository
final class PostgresProviderEvents implements ProviderEvents {

    private static final String RECORD = """
            insert into provider_event (event_id, payment_id, status, amount_paise, utr, reason, occurred_at,
                received_at, verdict, provider)
            select event_id, payment_id, status, amount_paise, utr, reason, occurred_at, $8, 'WAITING', provider
            from unnest($1::text[], $2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::timestamptz[],
                $9::text[]) as e (event_id, payment_id, status, amount_paise, utr, reason, occurred_at, provider)
            -- In one order everywhere, or two batches with the same events in another order wait for each other.
            order by event_id
            on conflict (event_id) do nothing
            returning event_id
            """;

    private static final String CONCLUDE = """
            update provider_event e set verdict = c.verdict
            from unnest($1::text[], $2::text[]) as c (event_id, verdict)
            where e.event_id = c.event_id and e.verdict = 'WAITING'
            """;

    private static final String LOCK_READY = """
            select event_id, payment_id, status, amount_paise, utr, reason, occurred_at, provider
            from provider_event e
            where verdict = 'WAITING' and exists (select from payment p where p.payment_id = e.payment_id)
            order by occurred_at limit $1 for update skip locked
            """;

    private final DatabaseClient database;

    PostgresProviderEvents(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<ProviderEvent> recordNew(List<ProviderEvent> events, Instant receivedAt) {
        Columns<ProviderEvent> columns = new Columns<>(events);
        return database.sql(RECORD)
                .bind("$1", columns.texts(ProviderEvent::eventId))
                .bind("$2", columns.uuids(ProviderEvent::paymentId))
                .bind("$3", columns.names(ProviderEvent::status))
                .bind("$4", columns.longs(ProviderEvent::amountPaise))
                .bind("$5", columns.texts(ProviderEvent::utr))
                .bind("$6", columns.texts(ProviderEvent::reason))
                .bind("$7", columns.instants(ProviderEvent::occurredAt))
                .bind("$8", receivedAt)
                .bind("$9", columns.texts(ProviderEvent::provider))
                .map(row -> PaymentRow.get(row, "event_id", String.class))
                .all()
                .collect(Collectors.toSet())
                .flatMapIterable(recorded -> onlyThose(recorded, events));
    }

    private static List<ProviderEvent> onlyThose(Set<String> recorded, List<ProviderEvent> events) {
        return events.stream().filter(event -> recorded.remove(event.eventId())).toList();
    }

    @Override
    public Mono<Void> conclude(List<Conclusion> conclusions) {
        Columns<Conclusion> columns = new Columns<>(conclusions);
        return database.sql(CONCLUDE)
                .bind("$1", columns.texts(Conclusion::eventId))
                .bind("$2", columns.names(Conclusion::verdict))
                .then();
    }

    @Override
    public Flux<ProviderEvent> lockReady(int limit) {
        return database.sql(LOCK_READY)
                .bind("$1", limit)
                .map(PostgresProviderEvents::read)
                .all();
    }

    private static ProviderEvent read(Readable row) {
        return new ProviderEvent(
                PaymentRow.get(row, "event_id", String.class),
                PaymentRow.get(row, "payment_id", UUID.class),
                UpiCallback.Status.valueOf(PaymentRow.get(row, "status", String.class)),
                PaymentRow.get(row, "amount_paise", Long.class),
                row.get("utr", String.class),
                row.get("reason", String.class),
                PaymentRow.get(row, "occurred_at", Instant.class),
                PaymentRow.get(row, "provider", String.class));
    }
}
