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
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Taken before, so that postings need not look for their transaction among those of the batch. */
    private static final String NUMBERS = """
            select nextval(pg_get_serial_sequence('ledger_transaction', 'transaction_no')) as number
            from generate_series(1, $1)
            """;

    /** When one id is taken nothing is posted: the whole batch is to be judged again. */
    private static final String BOOK = """
            with booked as (
                insert into ledger_transaction
                    (transaction_no, transaction_id, purpose, subject_id, fingerprint, postings, reverses, booked_at)
                select *, $8
                from unnest($1::bigint[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::int[], $7::uuid[])
                on conflict (transaction_id) do nothing
                returning transaction_no
            )
            insert into ledger_posting (transaction_no, account_id, book, amount_paise, booked_at)
            select transaction_no, account_id, book, amount_paise, $8
            from unnest($9::bigint[], $10::text[], $11::uuid[], $12::bigint[])
                as posting (transaction_no, kind, owner_id, amount_paise)
            join ledger_account using (kind, owner_id)
            where (select count(*) from booked) = cardinality($1)
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
        return transactions.isEmpty()
                ? Mono.empty()
                : numbers(transactions.size()).flatMap(numbers -> book(numbered(numbers, transactions), at));
    }

    private Mono<List<Long>> numbers(int count) {
        return database.sql(NUMBERS)
                .bind(0, count)
                .map(row -> Rows.get(row, "number", Long.class))
                .all()
                .collectList();
    }

    private Mono<Void> book(Collection<Numbered> transactions, Instant at) {
        Columns<Numbered> heads = new Columns<>(List.copyOf(transactions));
        Columns<Line> lines =
                new Columns<>(transactions.stream().flatMap(Numbered::lines).toList());
        return database.sql(BOOK)
                .bind(0, heads.longs(Numbered::number))
                .bind(1, heads.uuids(head -> head.transaction().id()))
                .bind(2, heads.names(head -> head.transaction().purpose()))
                .bind(3, heads.uuids(head -> head.transaction().subjectId()))
                .bind(4, heads.uuids(head -> head.transaction().fingerprint()))
                .bind(5, heads.integers(head -> head.transaction().postings().size()))
                .bind(6, heads.uuids(head -> head.transaction().reverses()))
                .bind(7, at.atOffset(ZoneOffset.UTC))
                .bind(8, lines.longs(Line::transactionNo))
                .bind(9, lines.names(line -> line.account().kind()))
                .bind(10, lines.uuids(line -> line.account().ownerId()))
                .bind(11, lines.longs(line -> line.posting().amountPaise()))
                .fetch()
                .rowsUpdated()
                .flatMap(written -> written == lines.rows().size() ? Mono.empty() : Mono.error(overtaken()));
    }

    private static List<Numbered> numbered(List<Long> numbers, List<BookedTransaction> transactions) {
        return IntStream.range(0, transactions.size())
                .mapToObj(i -> new Numbered(numbers.get(i), transactions.get(i)))
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

    private record Numbered(long number, BookedTransaction transaction) {

        Stream<Line> lines() {
            return transaction.postings().stream().map(posting -> new Line(number, posting));
        }
    }

    private record Line(long transactionNo, Posting posting) {

        AccountName account() {
            return posting.account();
        }
    }
}
