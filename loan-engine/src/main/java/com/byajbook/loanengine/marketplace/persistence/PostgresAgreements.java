package com.byajbook.loanengine.marketplace.persistence;

import com.byajbook.loanengine.marketplace.domain.Agreement;
import com.byajbook.loanengine.marketplace.usecase.KeepAgreements;
import com.byajbook.platform.postgres.Columns;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code agreement}: exactly what was agreed to. Written once, never changed. */
@Repository
class PostgresAgreements implements KeepAgreements {

    private static final String INSERT = """
            insert into agreement (loan_id, borrower_id, hash, agreement, made_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[])
            """;

    private final DatabaseClient database;

    PostgresAgreements(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> insert(List<Agreement> agreements) {
        return Mono.defer(() -> insert(new Columns<>(agreements)));
    }

    private Mono<Void> insert(Columns<Agreement> agreements) {
        return database.sql(INSERT)
                .bind(0, agreements.uuids(Agreement::loanId))
                .bind(1, agreements.uuids(Agreement::borrowerId))
                .bind(2, agreements.texts(Agreement::hash))
                .bind(3, agreements.texts(Agreement::text))
                .bind(4, agreements.instants(Agreement::madeAt))
                .then();
    }
}
