package com.byajbook.paymentflow.payments.persistence;

import static com.byajbook.platform.postgres.Rows.get;

import com.byajbook.paymentflow.ledger.usecase.Flow;
import com.byajbook.paymentflow.payments.domain.PaymentState;
import com.byajbook.paymentflow.payments.usecase.ReadOutcomes;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads {@code payment} for whoever compares it with a provider's word. */
@Repository
final class PostgresOutcomes implements ReadOutcomes {

    private static final String COLUMNS = "payment_id, provider, purpose, loan_id, user_id, state, amount_paise, utr";

    private static final String OF = "select " + COLUMNS + " from payment where payment_id = any($1::uuid[])";

    private static final String HOLD = "select " + COLUMNS + " from payment where payment_id = $1 for update";

    /** Each half comes from an index in the order of both. What was never booked as paid did not come back either. */
    private static final String MOVED = "select " + COLUMNS + """
            , back, at from (
                (select *, false as back, moved_at as at from payment
                    where provider = $1 and moved_at >= $2 and moved_at < $3 and (moved_at, payment_id) >= ($4, $5)
                    order by moved_at, payment_id limit $7 + 1)
                union all
                (select *, true as back, returned_at as at from payment
                    where provider = $1 and returned_at >= $2 and returned_at < $3
                        and (returned_at, payment_id) >= ($4, $5) and moved_at is not null
                    order by returned_at, payment_id limit $7 + 1)
            ) as movement
            where (at, payment_id, back) > ($4, $5, $6) order by at, payment_id, back limit $7
            """;

    private static final UUID FIRST_ID = new UUID(0, 0);

    private final DatabaseClient database;

    PostgresOutcomes(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Outcome> of(Collection<UUID> paymentIds) {
        return database.sql(OF)
                .bind("$1", paymentIds.toArray(UUID[]::new))
                .map(PostgresOutcomes::outcome)
                .all();
    }

    @Override
    public Mono<Outcome> hold(UUID paymentId) {
        return database.sql(HOLD)
                .bind("$1", paymentId)
                .map(PostgresOutcomes::outcome)
                .one();
    }

    @Override
    public Flux<Moved> moved(String provider, Instant from, Instant until, @Nullable Position after, int limit) {
        Position begin = after == null ? new Position(from, FIRST_ID, false) : after;
        return database.sql(MOVED)
                .bind("$1", provider)
                .bind("$2", from)
                .bind("$3", until)
                .bind("$4", begin.at())
                .bind("$5", begin.paymentId())
                .bind("$6", begin.back())
                .bind("$7", limit)
                .map(row -> new Moved(outcome(row), get(row, "back", Boolean.class), get(row, "at", Instant.class)))
                .all();
    }

    private static Outcome outcome(Readable row) {
        return new Outcome(
                get(row, "payment_id", UUID.class),
                get(row, "provider", String.class),
                Flow.valueOf(get(row, "purpose", String.class)),
                row.get("loan_id", UUID.class),
                get(row, "user_id", UUID.class),
                state(PaymentState.valueOf(get(row, "state", String.class))),
                get(row, "amount_paise", Long.class),
                row.get("utr", String.class));
    }

    private static State state(PaymentState state) {
        return switch (state) {
            case CREATED, SUBMITTED, PENDING, UNKNOWN -> State.OPEN;
            case SUCCEEDED -> State.SUCCEEDED;
            case FAILED -> State.FAILED;
            case REVERSED -> State.REVERSED;
        };
    }
}
