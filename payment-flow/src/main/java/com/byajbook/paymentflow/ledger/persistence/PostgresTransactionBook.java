package com.byajbook.paymentflow.ledger.persistence;

import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.BookedTransaction;
import com.byajbook.paymentflow.ledger.domain.Posting;
import com.byajbook.paymentflow.ledger.domain.Purpose;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Owns {@code ledger_transaction} and {@code ledger_posting}, to which it only ever adds. */
@Repository
class PostgresTransactionBook {

    private static final String READ = """
            select t.transaction_id, t.purpose, t.subject_id, t.fingerprint, t.reverses,
                r.transaction_id as reversed_by
            from ledger_transaction t left join ledger_transaction r on r.reverses = t.transaction_id
            where t.transaction_id = any($1::uuid[])
            """;

    private static final String POSTINGS = """
            select transaction_id, kind, owner_id, amount_paise
            from ledger_transaction join ledger_posting using (transaction_no) join ledger_account using (account_id)
            where transaction_id = any($1::uuid[]) order by transaction_no, account_id
            """;

    /** Under an id that is taken nothing is written, neither the transaction nor its postings. */
    private static final String BOOK = """
            with booked as (
                insert into ledger_transaction
                    (transaction_id, purpose, subject_id, fingerprint, postings, reverses, booked_at)
                select *, $7 from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::int[], $6::uuid[])
                on conflict (transaction_id) do nothing
                returning transaction_no, transaction_id
            )
            insert into ledger_posting (transaction_no, account_id, book, amount_paise, booked_at)
            select transaction_no, account_id, book, amount_paise, $7
            from unnest($8::uuid[], $9::text[], $10::uuid[], $11::bigint[])
                as posting (transaction_id, kind, owner_id, amount_paise)
            join booked using (transaction_id)
            join ledger_account using (kind, owner_id)
            """;

    private final DatabaseClient database;

    PostgresTransactionBook(DatabaseClient database) {
        this.database = database;
    }

    /** Those of these transactions that are there, without their postings. */
    Flux<BookedTransaction> read(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : database.sql(READ)
                        .bind(0, ids.toArray(UUID[]::new))
                        .map(PostgresTransactionBook::transaction)
                        .all();
    }

    /** The postings of those of these transactions that are there. */
    Mono<Map<UUID, List<Posting>>> postingsOf(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : database.sql(POSTINGS)
                        .bind(0, ids.toArray(UUID[]::new))
                        .map(row -> Map.entry(Rows.get(row, "transaction_id", UUID.class), posting(row)))
                        .all()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    Mono<Void> book(List<BookedTransaction> transactions, Instant at) {
        if (transactions.isEmpty()) {
            return Mono.empty();
        }
        Columns<BookedTransaction> heads = new Columns<>(transactions);
        List<Line> all = lines(transactions);
        Columns<Line> lines = new Columns<>(all);
        return database.sql(BOOK)
                .bind(0, heads.uuids(BookedTransaction::id))
                .bind(1, heads.names(BookedTransaction::purpose))
                .bind(2, heads.uuids(BookedTransaction::subjectId))
                .bind(3, heads.uuids(BookedTransaction::fingerprint))
                .bind(4, heads.integers(transaction -> transaction.postings().size()))
                .bind(5, heads.uuids(BookedTransaction::reverses))
                .bind(6, at.atOffset(ZoneOffset.UTC))
                .bind(7, lines.uuids(Line::transactionId))
                .bind(8, lines.names(line -> line.account().kind()))
                .bind(9, lines.uuids(line -> line.account().ownerId()))
                .bind(10, lines.longs(line -> line.posting().amountPaise()))
                .fetch()
                .rowsUpdated()
                .flatMap(written -> written == all.size() ? Mono.empty() : Mono.error(overtaken()));
    }

    private static List<Line> lines(List<BookedTransaction> transactions) {
        return transactions.stream()
                .flatMap(transaction ->
                        transaction.postings().stream().map(posting -> new Line(transaction.id(), posting)))
                .toList();
    }

    private static BookedTransaction transaction(Readable row) {
        return new BookedTransaction(
                Rows.get(row, "transaction_id", UUID.class),
                Purpose.valueOf(Rows.get(row, "purpose", String.class)),
                Rows.get(row, "subject_id", UUID.class),
                Rows.get(row, "fingerprint", UUID.class),
                row.get("reversed_by", UUID.class),
                row.get("reverses", UUID.class),
                List.of());
    }

    private static Posting posting(Readable row) {
        return new Posting(PostgresAccounts.name(row), Rows.get(row, "amount_paise", Long.class));
    }

    /** Transient: the whole transaction is done again on what is there by then. */
    private static OptimisticLockingFailureException overtaken() {
        return new OptimisticLockingFailureException("a transaction was booked by somebody else meanwhile");
    }

    private record Line(UUID transactionId, Posting posting) {

        AccountName account() {
            return posting.account();
        }
    }
}
