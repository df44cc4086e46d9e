package com.byajbook.loanengine.servicing.persistence;

import com.byajbook.loanengine.servicing.usecase.RecordWriteOffs;
import com.byajbook.loanengine.servicing.usecase.WriteOff.Word;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code write_off}: rows are added and never changed. */
@Repository
class PostgresWriteOffs implements RecordWriteOffs {

    private static final String INSERT = """
            insert into write_off (loan_id, outstanding_paise, written_off_by, reason, written_off_at)
            values ($1, $2, $3, $4, $5)
            """;

    private final DatabaseClient database;

    PostgresWriteOffs(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> record(UUID loanId, long outstandingPaise, Word word, Instant at) {
        return Mono.defer(() -> database.sql(INSERT)
                .bind(0, loanId)
                .bind(1, outstandingPaise)
                .bind(2, word.by())
                .bind(3, word.reason())
                .bind(4, at)
                .then());
    }
}
