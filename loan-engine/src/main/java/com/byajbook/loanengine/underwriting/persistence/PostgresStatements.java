package com.byajbook.loanengine.underwriting.persistence;

import com.byajbook.loanengine.underwriting.domain.DecidedLoan;
import com.byajbook.loanengine.underwriting.domain.OfferTerms;
import com.byajbook.platform.postgres.Columns;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code key_fact_statement}: exactly what each borrower was shown. */
@Repository
class PostgresStatements {

    private static final String INSERT = """
            insert into key_fact_statement (loan_id, hash, statement)
            select * from unnest($1::uuid[], $2::text[], $3::text[])
            """;

    private final DatabaseClient database;

    PostgresStatements(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(List<DecidedLoan> loans) {
        List<Statement> statements = loans.stream().flatMap(Statement::of).toList();
        return statements.isEmpty() ? Mono.empty() : Mono.defer(() -> insert(new Columns<>(statements)));
    }

    private Mono<Void> insert(Columns<Statement> statements) {
        return database.sql(INSERT)
                .bind(0, statements.uuids(Statement::loanId))
                .bind(1, statements.texts(statement -> statement.terms().statementHash()))
                .bind(2, statements.texts(statement -> statement.terms().statement()))
                .then();
    }

    private record Statement(UUID loanId, OfferTerms terms) {
        static Stream<Statement> of(DecidedLoan loan) {
            return loan.terms().map(terms -> new Statement(loan.application().loanId(), terms)).stream();
        }
    }
}
