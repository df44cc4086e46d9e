package com.byajbook.paymentflow.payments.persistence;

import com.byajbook.paymentflow.payments.domain.Discrepancy;
import com.byajbook.paymentflow.payments.usecase.RecordDiscrepancies;
import com.byajbook.platform.postgres.Columns;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code payment_discrepancy}. */
@Repository
final class PostgresDiscrepancies implements RecordDiscrepancies {

    private static final String RECORD = """
            insert into payment_discrepancy (payment_id, kind, source, detail, noticed_at)
            select payment_id, kind, source, detail, $5
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as d (payment_id, kind, source, detail)
            order by payment_id, kind, source
            on conflict do nothing
            """;

    private final DatabaseClient database;

    PostgresDiscrepancies(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> record(List<Discrepancy> discrepancies, Instant noticedAt) {
        Columns<Discrepancy> columns = new Columns<>(discrepancies);
        return database.sql(RECORD)
                .bind("$1", columns.uuids(Discrepancy::paymentId))
                .bind("$2", columns.names(Discrepancy::kind))
                .bind("$3", columns.texts(Discrepancy::source))
                .bind("$4", columns.texts(Discrepancy::detail))
                .bind("$5", noticedAt)
                .then();
    }
}
