package com.byajbook.platform.control;

import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The audit: rows are added, read and, after the retention, forgotten; never changed. */
final class PostgresChanges implements ChangeLog {

    private static final String APPEND = """
            insert into limit_change (version, limit_name, limit_version, kind, reason, changed_by, changed_at, old_value,
                                      new_value, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;

    private static final String LATEST = """
            select limit_name, limit_version, kind, old_value, new_value, reason, changed_by, changed_at, expires_at
              from limit_change
             where $1 = '' or limit_name = $1
             order by version desc
             limit $2
            """;

    private static final String FORGET = """
            delete from limit_change
             where version in (select version from limit_change
                                where changed_at < now() - make_interval(secs => $1)
                                order by version
                                limit $2)
            """;

    private final ControlDatabase database;

    PostgresChanges(ControlDatabase database) {
        this.database = database;
    }

    /** Within the caller's transaction. */
    Mono<Void> append(LimitWrite write, long version) {
        StoredLimit next = write.next();
        GenericExecuteSpec statement = database.client()
                .sql(APPEND)
                .bind(0, version)
                .bind(1, next.name())
                .bind(2, next.version())
                .bind(3, write.kind().name())
                .bind(4, next.reason())
                .bind(5, next.changedBy())
                .bind(6, next.changedAt().atOffset(ZoneOffset.UTC));
        return Columns.bind(Columns.bind(Columns.bind(statement, 7, write.from()), 8, write.to()), 9, next.expiresAt())
                .then();
    }

    @Override
    public Flux<ChangeView> latest(@Nullable String limit, int count) {
        return database.client()
                .sql(LATEST)
                .bind(0, limit == null ? "" : limit)
                .bind(1, count)
                .map(PostgresChanges::change)
                .all();
    }

    @Override
    public Mono<Long> forget(Duration retention, int atMost) {
        return database.client()
                .sql(FORGET)
                .bind(0, (double) retention.toSeconds())
                .bind(1, atMost)
                .fetch()
                .rowsUpdated();
    }

    private static ChangeView change(Readable row) {
        return new ChangeView(
                Rows.get(row, "changed_at", Instant.class),
                Rows.get(row, "limit_name", String.class),
                ChangeKind.valueOf(Rows.get(row, "kind", String.class)),
                row.get("old_value", Long.class),
                row.get("new_value", Long.class),
                Rows.get(row, "limit_version", Long.class),
                Rows.get(row, "reason", String.class),
                Rows.get(row, "changed_by", String.class),
                row.get("expires_at", Instant.class));
    }
}
