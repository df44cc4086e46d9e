package com.byajbook.loanengine.reconciliation.persistence;

import com.byajbook.platform.invariant.Part;
import com.byajbook.platform.postgres.ReportQueries;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Looks at tables in slices by id, over the report connections, so that nobody waits for it. Each statement sees one moment,
 * and a transaction is in it as a whole or not at all.
 *
 * <p>A query begins with what names its {@code slice} and what is {@code looked} at, takes the id after which the slice begins
 * as {@code $1} and its size as {@code $2}, and goes on with {@code judged}: one row of each with {@code wrong} and, for
 * people, what is wrong as {@code said}.
 */
@Repository
class Slices {

    /**
     * Accounts in turn, and those that changed lately. What changes an account leaves a line on its statement; five minutes
     * are several looks, so no change falls between two of them.
     */
    static final String ACCOUNTS = """
            with slice as materialized (
                select loan_id as id from loan_account where loan_id > $1 order by loan_id limit $2
            ), changed as materialized (
                select loan_id as id from loan_entry where at > now() - interval '5 minutes' order by at desc limit $2
            ), looked as materialized (
                select id from slice union select id from changed
            )
            """;

    /** A slice that is not full was the last: the next look begins anew, and sees all of a small table each time. */
    private static final String SUMMED_UP = """
            select count(*) as looked, count(*) filter (where wrong) as violations,
                min(said) filter (where wrong) as example,
                (select case when count(*) < $2 then '' else max(id::text collate "C") end from slice) as next
            from judged
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DatabaseClient reports;

    Slices(@ReportQueries DatabaseClient reports) {
        this.reports = reports;
    }

    /**
     * Looks at the slice after this place.
     *
     * @param more what the query takes as {@code $3} and so on
     */
    Mono<Part> look(String query, String from, int size, List<Long> more) {
        UUID after = from.equals(Part.BEGINNING) ? BEFORE_ALL : UUID.fromString(from);
        DatabaseClient.GenericExecuteSpec bound =
                reports.sql(query + SUMMED_UP).bind(0, after).bind(1, size);
        for (int i = 0; i < more.size(); i++) {
            bound = bound.bind(i + 2, more.get(i));
        }
        return Part.of(bound);
    }
}
