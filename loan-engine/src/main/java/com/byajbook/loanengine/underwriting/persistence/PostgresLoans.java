package com.byajbook.loanengine.underwriting.persistence;

import com.byajbook.loanengine.underwriting.domain.DecidedLoan;
import com.byajbook.loanengine.underwriting.domain.OfferTerms;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code loan}: what a loan is now. */
@Repository
class PostgresLoans {

    /** A loan that is there already keeps its first decision; only the ids that are new come back. */
    private static final String INSERT = """
            insert into loan (id, borrower_id, status, version, amount_paise, tenure_months, purpose, reasons,
                annual_rate_pct, apr_pct, emi_paise, fees_paise, total_payable_paise, schedule_start, kfs_hash,
                received_at, decided_at)
            select id, borrower_id, status, 1, amount_paise, tenure_months, purpose, string_to_array(reasons, ','),
                annual_rate_pct, apr_pct, emi_paise, fees_paise, total_payable_paise, schedule_start, kfs_hash,
                received_at, decided_at
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::int[], $6::text[], $7::text[],
                $8::numeric[], $9::numeric[], $10::bigint[], $11::bigint[], $12::bigint[], $13::date[], $14::text[],
                $15::timestamptz[], $16::timestamptz[])
                as decided (id, borrower_id, status, amount_paise, tenure_months, purpose, reasons,
                    annual_rate_pct, apr_pct, emi_paise, fees_paise, total_payable_paise, schedule_start, kfs_hash,
                    received_at, decided_at)
            on conflict (id) do nothing
            returning id
            """;

    private final DatabaseClient database;

    PostgresLoans(DatabaseClient database) {
        this.database = database;
    }

    /** The ids of those that were not there before. */
    Mono<Set<UUID>> insert(List<DecidedLoan> loans) {
        return Mono.defer(() -> insert(new Columns<>(loans)));
    }

    private Mono<Set<UUID>> insert(Columns<DecidedLoan> loans) {
        return database.sql(INSERT)
                .bind(0, loans.uuids(loan -> loan.application().loanId()))
                .bind(1, loans.uuids(loan -> loan.application().borrowerId()))
                .bind(2, loans.texts(PostgresLoans::status))
                .bind(3, loans.longs(loan -> loan.application().amountPaise()))
                .bind(4, loans.integers(loan -> loan.application().tenureMonths()))
                .bind(5, loans.texts(loan -> loan.application().purpose()))
                .bind(6, loans.texts(PostgresLoans::reasons))
                .bind(7, loans.decimals(loan -> term(loan, OfferTerms::annualRatePercent)))
                .bind(8, loans.decimals(loan -> term(loan, OfferTerms::aprPercent)))
                .bind(9, loans.longs(loan -> term(loan, OfferTerms::emiPaise)))
                .bind(10, loans.longs(loan -> term(loan, OfferTerms::feesPaise)))
                .bind(11, loans.longs(loan -> term(loan, OfferTerms::totalPayablePaise)))
                .bind(12, loans.dates(loan -> term(loan, OfferTerms::scheduleStart)))
                .bind(13, loans.texts(loan -> term(loan, OfferTerms::statementHash)))
                .bind(14, loans.instants(loan -> loan.application().receivedAt()))
                .bind(15, loans.instants(DecidedLoan::decidedAt))
                .map(row -> Rows.get(row, "id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    private static String status(DecidedLoan loan) {
        return loan.decision().fold(offered -> "OFFERED", declined -> "DECLINED", referred -> "REFERRED");
    }

    /** An array of arrays would have to be rectangular, so each loan's reasons travel as one text. */
    private static String reasons(DecidedLoan loan) {
        return loan.reasons().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static <T> @Nullable T term(DecidedLoan loan, Function<OfferTerms, T> term) {
        return loan.terms().map(term).orElse(null);
    }
}
