package com.byajbook.loanengine.lifecycle.persistence;

import com.byajbook.loanengine.lifecycle.usecase.HoldLoans;
import com.byajbook.loanengine.lifecycle.usecase.ListOldOffers;
import com.byajbook.loanengine.lifecycle.usecase.LoanMove;
import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Moves rows of {@code loan}, which underwriting creates. Rows are locked in the order of their ids. */
@Repository
class PostgresLoanStates implements HoldLoans, ListOldOffers {

    private static final String COLUMNS = """
            loan.id, loan.borrower_id, loan.status, loan.version, loan.amount_paise, loan.tenure_months, loan.purpose,
            loan.received_at, loan.decided_at, loan.annual_rate_pct, loan.apr_pct, loan.emi_paise, loan.fees_paise,
            loan.total_payable_paise, loan.kfs_hash
            """;

    /** Without terms a loan was never offered. */
    private static final String LOCK = "select " + COLUMNS + """
             from loan where id = any($1::uuid[]) and annual_rate_pct is not null
            order by id for no key update
            """;

    /** A schedule counts from the day on which the money went out, once that is known. */
    private static final String MOVE = """
            update loan
            set status = move.target, version = loan.version + 1, end_reason = move.reason,
                schedule_start = coalesce(move.disbursed_on, loan.schedule_start)
            from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::date[])
                as move (id, version, allowed, target, reason, disbursed_on)
            where loan.id = move.id and loan.version = move.version
                and loan.status = any(string_to_array(move.allowed, ','))
            returning
            """ + COLUMNS;

    private static final String OLD_OFFERS = """
            select id from loan where status = 'OFFERED' and decided_at < $1 order by decided_at limit $2
            """;

    private final DatabaseClient database;

    PostgresLoanStates(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<UUID, LoanNow>> lock(Collection<UUID> loans) {
        return database.sql(LOCK)
                .bind(0, loans.toArray(UUID[]::new))
                .map(PostgresLoanStates::loan)
                .all()
                .collectMap(LoanNow::loanId);
    }

    @Override
    public Mono<List<LoanNow>> move(List<LoanMove> moves) {
        return Mono.defer(() -> move(new Columns<>(moves)));
    }

    private Mono<List<LoanNow>> move(Columns<LoanMove> moves) {
        return database.sql(MOVE)
                .bind(0, moves.uuids(LoanMove::loanId))
                .bind(1, moves.integers(LoanMove::version))
                .bind(2, moves.texts(PostgresLoanStates::allowed))
                .bind(3, moves.names(LoanMove::to))
                .bind(4, moves.texts(LoanMove::reason))
                .bind(5, moves.dates(PostgresLoanStates::disbursedOn))
                .map(PostgresLoanStates::loan)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<UUID>> listOld(Instant before, int limit) {
        return database.sql(OLD_OFFERS)
                .bind(0, before.atOffset(ZoneOffset.UTC))
                .bind(1, limit)
                .map(row -> Rows.get(row, "id", UUID.class))
                .all()
                .collectList();
    }

    /** An array of arrays would have to be rectangular, so the states of each move travel as one text. */
    private static String allowed(LoanMove move) {
        return move.from().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static @Nullable LocalDate disbursedOn(LoanMove move) {
        LoanChanged.Standing standing = move.standing();
        return standing == null ? null : standing.disbursedOn();
    }

    private static LoanNow loan(Readable row) {
        return new LoanNow(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "borrower_id", UUID.class),
                LoanChanged.Status.valueOf(Rows.get(row, "status", String.class)),
                Rows.get(row, "version", Integer.class),
                Rows.get(row, "amount_paise", Long.class),
                Rows.get(row, "tenure_months", Integer.class),
                Rows.get(row, "purpose", String.class),
                instant(row, "received_at"),
                instant(row, "decided_at"),
                Rows.get(row, "annual_rate_pct", BigDecimal.class),
                Rows.get(row, "apr_pct", BigDecimal.class),
                Rows.get(row, "emi_paise", Long.class),
                Rows.get(row, "fees_paise", Long.class),
                Rows.get(row, "total_payable_paise", Long.class),
                Rows.get(row, "kfs_hash", String.class));
    }

    private static Instant instant(Readable row, String column) {
        return Rows.get(row, column, OffsetDateTime.class).toInstant();
    }
}
