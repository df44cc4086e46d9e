package com.byajbook.api.intake.persistence;

import com.byajbook.api.intake.domain.AcceptedCommand;
import com.byajbook.api.intake.domain.BodyHash;
import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.domain.Operation;
import com.byajbook.api.intake.usecase.ForgetOldKeys;
import com.byajbook.api.intake.usecase.IntakeStore;
import com.byajbook.api.intake.usecase.MeasureBacklog;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.messaging.MessageTransaction;
import com.byajbook.platform.messaging.TransientFailures;
import com.byajbook.platform.problem.Failure;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table of accepted commands. */
@Component
final class PostgresIntake implements IntakeStore, MeasureBacklog, ForgetOldKeys {

    /** One statement a batch. Hashes travel as hex: the driver (1.1.3) neither escapes nor frees elements of a bytea array. */
    private static final String INSERT = """
            insert into intake (id, actor, operation, idempotency_key, body_hash, body, accepted_at)
            select id, actor, operation, key, decode(hash, 'hex'), body, accepted_at
              from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
                as c (id, actor, operation, key, hash, body, accepted_at)
            on conflict (id) do nothing
            returning id
            """;

    private static final String FIND = """
            select id, actor, operation, body_hash, body, accepted_at from intake where id = any($1::uuid[])
            """;

    private static final String COUNT_BACKLOG = """
            select type, count(*) as messages from (select type from outbox limit $1) as unpublished group by type
            """;

    /** Two replicas that clean up at the same time pass by each other's rows. */
    private static final String FORGET = """
            delete from intake where id = any(array(
                select id from intake where accepted_at < $1 order by accepted_at limit $2 for update skip locked))
            """;

    private final DatabaseClient database;
    private final MessageTransaction transaction;

    PostgresIntake(DatabaseClient database, MessageTransaction transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public Mono<Set<UUID>> commit(List<Command> commands) {
        return Mono.defer(() -> transaction.commit(insert(sorted(commands))))
                .map(PostgresIntake::ids)
                .onErrorMap(PostgresIntake::isRefusedData, RowRefused::new);
    }

    @Override
    public Mono<Map<UUID, AcceptedCommand>> findAll(Collection<UUID> ids) {
        return database.sql(FIND)
                .bind(0, ids.toArray(UUID[]::new))
                .map(PostgresIntake::accepted)
                .all()
                .collectMap(AcceptedCommand::id, Function.identity())
                .onErrorMap(TransientFailures::isTransient, away -> Failure.unavailable("The intake", away));
    }

    @Override
    public Mono<Map<String, Long>> countUpTo(long limit) {
        return database.sql(COUNT_BACKLOG)
                .bind(0, limit)
                .map(row -> Map.entry(required(row, "type", String.class), required(row, "messages", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Long> forget(Instant acceptedBefore, int maxRows) {
        return database.sql(FORGET)
                .bind(0, acceptedBefore)
                .bind(1, maxRows)
                .fetch()
                .rowsUpdated();
    }

    /** Sorted by id, so that two transactions with the same keys wait for each other and never in a circle. */
    private static List<Command> sorted(List<Command> commands) {
        List<Command> sorted = new ArrayList<>(commands);
        sorted.sort(Comparator.comparing(Command::id));
        return sorted;
    }

    /** Inserts the rows; the messages are those of the rows that were new. */
    private Mono<List<Message>> insert(List<Command> commands) {
        return database.sql(INSERT)
                .bind(0, column(commands, Command::id, UUID[]::new))
                .bind(1, column(commands, Command::actor, UUID[]::new))
                .bind(2, column(commands, command -> command.operation().stored(), String[]::new))
                .bind(3, column(commands, Command::key, String[]::new))
                .bind(4, column(commands, command -> command.bodyHash().toString(), String[]::new))
                .bind(5, column(commands, Command::body, String[]::new))
                .bind(6, column(commands, Command::acceptedAt, Instant[]::new))
                .map(row -> Objects.requireNonNull(row.get(0, UUID.class)))
                .all()
                .collect(Collectors.toCollection(HashSet::new))
                .map(fresh -> messages(commands, fresh));
    }

    private static <T> T[] column(List<Command> commands, Function<Command, T> value, IntFunction<T[]> array) {
        T[] column = array.apply(commands.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(commands.get(i));
        }
        return column;
    }

    private static List<Message> messages(List<Command> commands, Set<UUID> fresh) {
        List<Message> messages = new ArrayList<>(fresh.size());
        for (Command command : commands) {
            if (fresh.contains(command.id())) {
                messages.add(command.message());
            }
        }
        return messages;
    }

    /** A command's message has the command's id. */
    private static Set<UUID> ids(List<? extends Message> messages) {
        return messages.stream().map(Message::messageId).collect(Collectors.toSet());
    }

    private static AcceptedCommand accepted(Readable row) {
        return new AcceptedCommand(
                required(row, "id", UUID.class),
                required(row, "actor", UUID.class),
                Operation.of(required(row, "operation", String.class)),
                BodyHash.stored(required(row, "body_hash", byte[].class)),
                required(row, "body", String.class),
                required(row, "accepted_at", Instant.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** Classes 22 (data exception) and 23 (constraint violation): the only errors that a single row can cause. */
    private static boolean isRefusedData(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof R2dbcException e && e.getSqlState() != null) {
                return e.getSqlState().startsWith("22") || e.getSqlState().startsWith("23");
            }
        }
        return false;
    }
}
