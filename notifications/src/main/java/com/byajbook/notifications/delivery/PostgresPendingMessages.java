package com.byajbook.notifications.delivery;

import com.byajbook.notifications.contacts.Channel;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table of notifications from the moment a message has its text and its channel. */
@Component
class PostgresPendingMessages implements PendingMessages {

    private static final String CLAIM = """
            update notification set due_at = $3
             where id in (select id from notification
                           where state = 'PENDING' and channel = $1 and due_at <= $2
                           order by due_at
                           limit $4
                             for update skip locked)
            returning id, channel, fallbacks, phone, text, attempts, created_at
            """;

    private static final String RECORD = """
            update notification as n
               set state = s.state, channel = s.channel, fallbacks = string_to_array(s.fallbacks, ','),
                   attempts = s.attempts, due_at = $8 + s.delay_ms * interval '1 millisecond',
                   last_error = nullif(s.note, ''), finished_at = case when s.state <> 'PENDING' then $8 end
              from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::bigint[], $7::text[])
                   as s (id, state, channel, fallbacks, attempts, delay_ms, note)
             where n.id = s.id and n.state = 'PENDING'
            """;

    private static final String FORGET = """
            delete from notification
             where id in (select id from notification where finished_at < $1 order by finished_at limit $2)
            """;

    private final DatabaseClient database;
    private final DeliveryProperties limits;
    private final Clock clock;

    PostgresPendingMessages(DatabaseClient database, DeliveryProperties limits, Clock clock) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Flux<Outgoing> claim(Channel channel, int limit) {
        Instant now = clock.instant();
        return database.sql(CLAIM)
                .bind(0, channel.name())
                .bind(1, utc(now))
                .bind(2, utc(now.plus(limits.lease())))
                .bind(3, limit)
                .map(PostgresPendingMessages::outgoing)
                .all();
    }

    @Override
    public Mono<Void> record(List<Step> steps) {
        // In one order everywhere, or two batches could wait for each other.
        List<Step> ordered = steps.stream()
                .sorted(Comparator.comparing(step -> step.message().id()))
                .toList();
        return database.sql(RECORD)
                .bind(0, array(ordered, step -> step.message().id(), UUID[]::new))
                .bind(1, array(ordered, step -> step.state().name(), String[]::new))
                .bind(2, array(ordered, step -> step.message().channel().name(), String[]::new))
                .bind(3, array(ordered, step -> joined(step.message().fallbacks()), String[]::new))
                .bind(4, array(ordered, step -> step.message().attempts(), Integer[]::new))
                .bind(5, array(ordered, step -> step.delay().toMillis(), Long[]::new))
                .bind(6, array(ordered, Step::note, String[]::new))
                .bind(7, utc(clock.instant()))
                .then();
    }

    /** Deletes up to {@code limit} messages that were finished longer ago than the retention; answers with how many. */
    Mono<Long> forget(Duration retention, int limit) {
        return database.sql(FORGET)
                .bind(0, utc(clock.instant().minus(retention)))
                .bind(1, limit)
                .fetch()
                .rowsUpdated();
    }

    static String joined(List<Channel> channels) {
        return channels.stream().map(Channel::name).collect(Collectors.joining(","));
    }

    private static Outgoing outgoing(Readable row) {
        return new Outgoing(
                Rows.get(row, "id", UUID.class),
                Channel.valueOf(Rows.get(row, "channel", String.class)),
                Arrays.stream(Rows.get(row, "fallbacks", String[].class))
                        .map(Channel::valueOf)
                        .toList(),
                Rows.get(row, "phone", String.class),
                Rows.get(row, "text", String.class),
                Rows.get(row, "attempts", Integer.class),
                Rows.get(row, "created_at", Instant.class));
    }

    private static <T> T[] array(List<Step> steps, Function<Step, T> column, IntFunction<T[]> type) {
        return steps.stream().map(column).toArray(type);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
