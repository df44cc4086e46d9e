package com.byajbook.loanengine.marketplace.persistence;

import com.byajbook.loanengine.marketplace.usecase.KeepAnswers;
import com.byajbook.platform.postgres.Columns;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code offer_acceptance} and {@code loan_cancellation}: what borrowers said, and what they were told. */
@Repository
class PostgresAnswers implements KeepAnswers {

    private static final String INSERT_ACCEPTANCES = """
            insert into offer_acceptance (message_id, loan_id, borrower_id, kfs_hash, accepted_at, outcome)
            select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[])
            """;

    private static final String INSERT_CANCELLATIONS = """
            insert into loan_cancellation (message_id, loan_id, borrower_id, asked_at, outcome)
            select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[])
            """;

    private final DatabaseClient database;

    PostgresAnswers(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> insertAcceptances(List<Acceptance> acceptances) {
        return Mono.defer(() -> insertAcceptances(new Columns<>(acceptances)));
    }

    private Mono<Void> insertAcceptances(Columns<Acceptance> rows) {
        return database.sql(INSERT_ACCEPTANCES)
                .bind(0, rows.uuids(acceptance -> acceptance.command().messageId()))
                .bind(1, rows.uuids(acceptance -> acceptance.command().loanId()))
                .bind(2, rows.uuids(acceptance -> acceptance.command().borrowerId()))
                .bind(3, rows.texts(acceptance -> acceptance.command().kfsHash()))
                .bind(4, rows.instants(acceptance -> acceptance.command().occurredAt()))
                .bind(5, rows.names(Acceptance::outcome))
                .then();
    }

    @Override
    public Mono<Void> insertCancellations(List<Cancellation> cancellations) {
        return Mono.defer(() -> insertCancellations(new Columns<>(cancellations)));
    }

    private Mono<Void> insertCancellations(Columns<Cancellation> rows) {
        return database.sql(INSERT_CANCELLATIONS)
                .bind(0, rows.uuids(cancellation -> cancellation.command().messageId()))
                .bind(1, rows.uuids(cancellation -> cancellation.command().loanId()))
                .bind(2, rows.uuids(cancellation -> cancellation.command().borrowerId()))
                .bind(3, rows.instants(cancellation -> cancellation.command().occurredAt()))
                .bind(4, rows.names(Cancellation::outcome))
                .then();
    }
}
