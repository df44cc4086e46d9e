package com.byajbook.paymentflow.ledger.persistence;

import com.byajbook.paymentflow.ledger.domain.AccountKind;
import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.Funds;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code ledger_account}. Its figures are changed by nobody but the triggers of postings and holds. */
@Repository
class PostgresAccounts {

    /**
     * Row by row in one order, so that two batches with the same accounts wait for each other and never form a ring. That
     * order would be broken by who locks some, opens the others and locks those: so it locks all of them or none.
     */
    private static final String LOCK = """
            with named as (
                select kind, owner_id from unnest($1::text[], $2::uuid[]) as named (kind, owner_id)
            )
            select locked.* from (select kind, owner_id from named order by kind, owner_id) as wanted
            cross join lateral (
                select kind, owner_id, balance_paise, held_paise from ledger_account as account
                where account.kind = wanted.kind and account.owner_id = wanted.owner_id for no key update
            ) as locked
            where (select count(*) from named join ledger_account using (kind, owner_id)) = cardinality($1)
            """;

    private static final String OPEN = """
            insert into ledger_account (kind, owner_id, book, owned)
            select kind, owner_id, book, owned from unnest($1::text[], $2::uuid[]) as wanted (kind, owner_id)
            join account_kind using (kind) order by kind, owner_id
            on conflict (kind, owner_id) do nothing
            """;

    private final DatabaseClient database;

    PostgresAccounts(DatabaseClient database) {
        this.database = database;
    }

    /** What is on these accounts, all of them owned, held until the transaction ends; what was never used is opened. */
    Mono<Map<AccountName, Funds>> lock(Set<AccountName> owned) {
        if (owned.isEmpty()) {
            return Mono.just(Map.of());
        }
        Columns<AccountName> names = new Columns<>(List.copyOf(owned));
        return locked(names)
                .flatMap(found -> found.size() == owned.size()
                        ? Mono.just(found)
                        : open(names).then(Mono.defer(() -> locked(names))));
    }

    private Mono<Map<AccountName, Funds>> locked(Columns<AccountName> names) {
        return database.sql(LOCK)
                .bind(0, names.names(AccountName::kind))
                .bind(1, names.uuids(AccountName::ownerId))
                .map(row -> Map.entry(name(row), funds(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Void> open(Columns<AccountName> names) {
        return database.sql(OPEN)
                .bind(0, names.names(AccountName::kind))
                .bind(1, names.uuids(AccountName::ownerId))
                .then();
    }

    static AccountName name(Readable row) {
        return new AccountName(
                AccountKind.valueOf(Rows.get(row, "kind", String.class)), Rows.get(row, "owner_id", UUID.class));
    }

    private static Funds funds(Readable row) {
        return new Funds(Rows.get(row, "balance_paise", Long.class), Rows.get(row, "held_paise", Long.class));
    }
}
