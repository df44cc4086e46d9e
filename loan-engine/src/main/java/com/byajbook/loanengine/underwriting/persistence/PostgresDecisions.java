package com.byajbook.loanengine.underwriting.persistence;

import com.byajbook.loanengine.underwriting.domain.DecidedLoan;
import com.byajbook.loanengine.underwriting.usecase.SaveDecisions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes a batch of decisions with one statement a table, whatever its size. */
@Repository
class PostgresDecisions implements SaveDecisions {

    private final PostgresLoans loans;
    private final PostgresDecisionRecords records;
    private final PostgresStatements statements;

    PostgresDecisions(PostgresLoans loans, PostgresDecisionRecords records, PostgresStatements statements) {
        this.loans = loans;
        this.records = records;
        this.statements = statements;
    }

    @Override
    public Mono<List<DecidedLoan>> save(List<DecidedLoan> decided) {
        return loans.insert(decided)
                .map(added -> firstOfEach(added, decided))
                .flatMap(saved ->
                        records.insert(saved).then(statements.insert(saved)).thenReturn(saved));
    }

    /** Of two decisions on one loan in a batch, PostgreSQL keeps the first. */
    private static List<DecidedLoan> firstOfEach(Set<UUID> added, List<DecidedLoan> decided) {
        return decided.stream()
                .filter(loan -> added.remove(loan.application().loanId()))
                .toList();
    }
}
