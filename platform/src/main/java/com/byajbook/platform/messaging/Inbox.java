package com.byajbook.platform.messaging;

import com.byajbook.platform.message.Message;
import com.byajbook.platform.postgres.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Which messages a consumer has seen. */
final class Inbox {

    private static final String ENTER = """
            insert into inbox (consumer, message_id, processed_at)
            select $1, id, $3 from unnest($2::uuid[]) as m (id)
            on conflict do nothing
            returning message_id
            """;

    private static final String FORGET = """
            delete from inbox
             where ctid in (select ctid from inbox where processed_at < $1 limit $2)
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Inbox(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Enters the messages and answers with those that were not there before, in the order given, each once. */
    <M extends Message> Mono<List<M>> enter(String consumer, List<M> messages) {
        Map<UUID, M> byId = new LinkedHashMap<>();
        messages.forEach(message -> byId.putIfAbsent(message.messageId(), message));
        // In one order everywhere, or two batches with the same redelivered messages could wait for each other.
        UUID[] ids = byId.keySet().stream().sorted().toArray(UUID[]::new);
        return database.sql(ENTER)
                .bind(0, consumer)
                .bind(1, ids)
                .bind(2, clock.instant().atOffset(ZoneOffset.UTC))
                .map(row -> Rows.get(row, "message_id", UUID.class))
                .all()
                .collect(Collectors.toSet())
                .map(fresh -> keep(byId, fresh));
    }

    private static <M> List<M> keep(Map<UUID, M> byId, Set<UUID> fresh) {
        return byId.entrySet().stream()
                .filter(entry -> fresh.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Forgets up to {@code limit} messages that are older than the retention; answers with how many. */
    Mono<Long> forget(Duration retention, int limit) {
        return database.sql(FORGET)
                .bind(0, clock.instant().minus(retention).atOffset(ZoneOffset.UTC))
                .bind(1, limit)
                .fetch()
                .rowsUpdated();
    }
}
