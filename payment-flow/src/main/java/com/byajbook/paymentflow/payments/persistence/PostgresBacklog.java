package com.byajbook.paymentflow.payments.persistence;

import com.byajbook.paymentflow.payments.usecase.MeasureBacklog;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Counts on partial indexes only, and each count up to a bound. */
@Repository
final class PostgresBacklog implements MeasureBacklog {

    private static final String MEASURE = """
            select
              (select count(*) from (select from payment where step = 'SUBMIT' and due_at <= $1 limit $2) a) as submissions,
              (select count(*) from (select from payment where step = 'INQUIRE' and due_at <= $1 limit $2) b) as inquiries,
              (select count(*) from
                (select from payment where state = 'UNKNOWN' and step is null limit $2) c) as left_unknown,
              (select count(*) from (select from provider_event where verdict = 'WAITING' limit $2) d) as early
            """;

    private final DatabaseClient database;

    PostgresBacklog(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Backlog> measure(Instant now) {
        return database.sql(MEASURE)
                .bind("$1", now)
                .bind("$2", Backlog.MOST)
                .map(row -> new Backlog(
                        PaymentRow.get(row, "submissions", Long.class),
                        PaymentRow.get(row, "inquiries", Long.class),
                        PaymentRow.get(row, "left_unknown", Long.class),
                        PaymentRow.get(row, "early", Long.class)))
                .one();
    }
}
