package com.byajbook.platform.control;

import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransaction;
import reactor.core.publisher.Mono;

/** What each limit was changed to, and the number of all changes. */
final class PostgresLimits implements LimitStore {

    /** Where replicas listen for changes. */
    static final String CHANNEL = "byajbook_limits";

    /** One statement, so that version and limits are of one moment. */
    private static final String READ = """
            select v.version as latest, now() as read_at, l.name, l.value, l.version, l.reason, l.changed_by,
                   l.changed_at, l.expires_at, l.reverts_to
              from limit_version v left join live_limit l on true
            """;

    /** First of all in a change: whoever holds this row is alone, to the end of the transaction. */
    private static final String COUNT_UP = "update limit_version set version = version + 1 returning version";

    private static final String ADD = """
            insert into live_limit (name, value, version, reason, changed_by, changed_at, expires_at, reverts_to)
            select $1, $2, $3, $4, $5, $6, $7, $8
             where $9 = 0
            on conflict (name) do nothing
            """;

    private static final String REPLACE = """
            update live_limit
               set value = $2, version = $3, reason = $4, changed_by = $5, changed_at = $6, expires_at = $7, reverts_to = $8
             where name = $1 and version = $9
            """;

    private static final String NOTIFY = "select pg_notify($1, $2)";

    private final ControlDatabase database;
    private final PostgresChanges changes;

    PostgresLimits(ControlDatabase database, PostgresChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public Mono<StoredState> read() {
        return database.client()
                .sql(READ)
                .map(PostgresLimits::line)
                .all()
                .collectList()
                .map(PostgresLimits::state);
    }

    @Override
    public Mono<Long> write(LimitWrite write) {
        return database.transaction()
                .execute(status -> database.client()
                        .sql(COUNT_UP)
                        .map(row -> Rows.get(row, "version", Long.class))
                        .one()
                        .flatMap(version -> guarded(write, version, status)))
                // Not next(): it would cancel, and so roll back, as soon as it has the version.
                .singleOrEmpty();
    }

    private Mono<Long> guarded(LimitWrite write, long version, ReactiveTransaction status) {
        return replace(write).flatMap(rows -> rows == 0 ? abandon(status) : tell(write, version));
    }

    private Mono<Long> replace(LimitWrite write) {
        StoredLimit next = write.next();
        DatabaseClient.GenericExecuteSpec statement = database.client()
                .sql(write.expectedVersion() == 0 ? ADD : REPLACE)
                .bind(0, next.name())
                .bind(2, next.version())
                .bind(3, next.reason())
                .bind(4, next.changedBy())
                .bind(5, next.changedAt().atOffset(ZoneOffset.UTC))
                .bind(8, write.expectedVersion());
        return Columns.bind(
                        Columns.bind(Columns.bind(statement, 1, next.value()), 6, next.expiresAt()),
                        7,
                        next.revertsTo())
                .fetch()
                .rowsUpdated();
    }

    /** The number that was taken is given back with the transaction. */
    private static Mono<Long> abandon(ReactiveTransaction status) {
        status.setRollbackOnly();
        return Mono.empty();
    }

    private Mono<Long> tell(LimitWrite write, long version) {
        return changes.append(write, version)
                .then(database.client()
                        .sql(NOTIFY)
                        .bind(0, CHANNEL)
                        .bind(1, Long.toString(version))
                        .then())
                .thenReturn(version);
    }

    private static StoredState state(List<Line> lines) {
        Line any = lines.get(0);
        return new StoredState(
                any.latest(),
                any.readAt(),
                lines.stream()
                        .map(Line::limit)
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.toUnmodifiableMap(StoredLimit::name, Function.identity())));
    }

    private static Line line(Readable row) {
        return new Line(
                Rows.get(row, "latest", Long.class),
                Rows.get(row, "read_at", Instant.class),
                row.get("name", String.class) == null ? null : limit(row));
    }

    private static StoredLimit limit(Readable row) {
        return new StoredLimit(
                Rows.get(row, "name", String.class),
                row.get("value", Long.class),
                Rows.get(row, "version", Long.class),
                Rows.get(row, "reason", String.class),
                Rows.get(row, "changed_by", String.class),
                Rows.get(row, "changed_at", Instant.class),
                row.get("expires_at", Instant.class),
                row.get("reverts_to", Long.class));
    }

    private record Line(
            long latest, Instant readAt, @Nullable StoredLimit limit) {}
}
