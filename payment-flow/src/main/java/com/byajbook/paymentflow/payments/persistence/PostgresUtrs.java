package com.byajbook.paymentflow.payments.persistence;

import com.byajbook.paymentflow.payments.usecase.ClaimUtrs;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code utr_claim}. */
@Repository
final class PostgresUtrs implements ClaimUtrs {

    /** Waits for a transaction that claims the same reference, and then leaves it to that one. */
    private static final String CLAIM = """
            insert into utr_claim (utr, payment_id)
            select utr, payment_id from unnest($1::text[], $2::uuid[]) as c (utr, payment_id) order by utr
            on conflict (utr) do nothing
            """;

    /** A statement of its own: only a new snapshot sees what the first one waited for. */
    private static final String OWNERS = "select utr, payment_id from utr_claim where utr = any($1::text[])";

    private final DatabaseClient database;

    PostgresUtrs(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<String, UUID>> claim(Map<String, UUID> claimantByUtr) {
        String[] utrs = claimantByUtr.keySet().toArray(String[]::new);
        Mono<Void> claimed = database.sql(CLAIM)
                .bind("$1", utrs)
                .bind("$2", claimantByUtr.values().toArray(UUID[]::new))
                .then();
        return claimed.then(Mono.defer(() -> owners(utrs)));
    }

    private Mono<Map<String, UUID>> owners(String[] utrs) {
        return database.sql(OWNERS)
                .bind("$1", utrs)
                .map(row -> Map.entry(
                        PaymentRow.get(row, "utr", String.class), PaymentRow.get(row, "payment_id", UUID.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
