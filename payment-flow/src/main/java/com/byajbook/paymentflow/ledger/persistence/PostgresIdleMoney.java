package com.byajbook.paymentflow.ledger.persistence;

import com.byajbook.paymentflow.ledger.domain.Book;
import com.byajbook.paymentflow.ledger.usecase.Escrow;
import com.byajbook.paymentflow.ledger.usecase.FindIdleMoney;
import com.byajbook.platform.postgres.ReportQueries;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads, over the report connections, what lies where for how long. What came before a moment is what there is less all that
 * came since. Accounts are gone through in the order of their numbers: an index on a balance would make every posting dearer.
 */
@Repository
class PostgresIdleMoney implements FindIdleMoney {

    private static final String IDLE = """
            select account_id, kind, owner_id, paise from (
                select account_id, kind, owner_id, -balance_paise - held_paise - (
                    select coalesce(sum(-amount_paise), 0) from ledger_posting as posting
                    where posting.account_id = account.account_id and amount_paise < 0 and booked_at >= $1)::bigint as paise
                from ledger_account as account
                where account_id > $2 and kind in ('LENDER_WALLET', 'LENDER_PROCEEDS')
                    and -balance_paise - held_paise > 0
            ) as free
            where paise > 0 order by account_id limit $3
            """;

    private static final String FEES = """
            select greatest(0, -balance_paise - (
                select coalesce(sum(-amount_paise), 0) from ledger_posting as posting
                where posting.account_id = account.account_id and amount_paise < 0 and booked_at >= $2))::bigint as paise
            from ledger_account as account where kind = $1
            """;

    private static final String OLDEST = """
            select book, min(since) as since from (
                select account.book, (
                    select min(booked_at) from (
                        select booked_at, sum(-amount_paise) over (order by transaction_no desc) + amount_paise as newer
                        from ledger_posting as posting
                        where posting.account_id = account.account_id and amount_paise < 0) as credit
                    where newer < -account.balance_paise) as since
                from ledger_account as account where owned and balance_paise < 0) as accounts
            group by book
            """;

    private final DatabaseClient reports;

    PostgresIdleMoney(@ReportQueries DatabaseClient reports) {
        this.reports = reports;
    }

    @Override
    public Flux<Idle> idle(Instant before, long afterAccount, int limit) {
        return reports.sql(IDLE)
                .bind(0, before.atOffset(ZoneOffset.UTC))
                .bind(1, afterAccount)
                .bind(2, limit)
                .map(PostgresIdleMoney::idle)
                .all();
    }

    @Override
    public Mono<Long> fees(Escrow escrow, Instant before) {
        return reports.sql(FEES)
                .bind(0, escrow == Escrow.LENDERS ? "LENDERS_ESCROW_FEES" : "BORROWERS_ESCROW_FEES")
                .bind(1, before.atOffset(ZoneOffset.UTC))
                .map(row -> Rows.get(row, "paise", Long.class))
                .one();
    }

    @Override
    public Flux<Oldest> oldest() {
        return reports.sql(OLDEST)
                .map(row -> new Oldest(
                        Rows.get(row, "book", Short.class) == Book.LENDERS_ESCROW.ordinal() + 1
                                ? Escrow.LENDERS
                                : Escrow.BORROWERS,
                        Rows.get(row, "since", OffsetDateTime.class).toInstant()))
                .all();
    }

    private static Idle idle(Readable row) {
        boolean wallet = Rows.get(row, "kind", String.class).equals("LENDER_WALLET");
        return new Idle(
                Rows.get(row, "account_id", Long.class),
                wallet ? Place.WALLET : Place.PROCEEDS,
                Rows.get(row, "owner_id", UUID.class),
                Rows.get(row, "paise", Long.class));
    }
}
