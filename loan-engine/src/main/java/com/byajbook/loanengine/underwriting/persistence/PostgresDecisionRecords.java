package com.byajbook.loanengine.underwriting.persistence;

import com.byajbook.loanengine.underwriting.domain.CreditReport.Known;
import com.byajbook.loanengine.underwriting.domain.CreditReport.Unavailable;
import com.byajbook.loanengine.underwriting.domain.DecidedLoan;
import com.byajbook.loanengine.underwriting.domain.OfferTerms;
import com.byajbook.platform.postgres.Columns;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code loan_decision}: what each decision was made on, for whoever has to explain it later. */
@Repository
class PostgresDecisionRecords {

    private static final String INSERT = """
            insert into loan_decision (loan_id, product_version, kyc_verified, score, monthly_income_paise,
                monthly_obligations_paise, p2p_outstanding_paise, report_missing, open_offers_paise, band)
            select * from unnest($1::uuid[], $2::text[], $3::boolean[], $4::int[], $5::bigint[], $6::bigint[],
                $7::bigint[], $8::text[], $9::bigint[], $10::text[])
            """;

    private final DatabaseClient database;

    PostgresDecisionRecords(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(List<DecidedLoan> loans) {
        return Mono.defer(() -> insert(new Columns<>(loans)));
    }

    private Mono<Void> insert(Columns<DecidedLoan> loans) {
        return database.sql(INSERT)
                .bind(0, loans.uuids(loan -> loan.application().loanId()))
                .bind(1, loans.texts(DecidedLoan::productVersion))
                .bind(2, loans.booleans(loan -> loan.application().kycVerified()))
                .bind(3, loans.integers(loan -> reported(loan, Known::score)))
                .bind(4, loans.longs(loan -> reported(loan, Known::monthlyIncomePaise)))
                .bind(5, loans.longs(loan -> reported(loan, Known::monthlyObligationsPaise)))
                .bind(6, loans.longs(loan -> reported(loan, Known::p2pOutstandingPaise)))
                .bind(7, loans.texts(PostgresDecisionRecords::whyNoReport))
                .bind(8, loans.longs(DecidedLoan::openOffersPaise))
                .bind(9, loans.texts(loan -> loan.terms().map(OfferTerms::band).orElse(null)))
                .then();
    }

    private static <T> @Nullable T reported(DecidedLoan loan, Function<Known, T> figure) {
        return loan.knownReport().map(figure).orElse(null);
    }

    private static @Nullable String whyNoReport(DecidedLoan loan) {
        return loan.missingReport().map(Unavailable::cause).orElse(null);
    }
}
