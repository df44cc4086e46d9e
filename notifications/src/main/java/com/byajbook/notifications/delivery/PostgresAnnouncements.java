package com.byajbook.notifications.delivery;

import com.byajbook.notifications.wording.Notice;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table of notifications up to the moment a message has its text: written once an event, waiting for a contact. */
@Component
class PostgresAnnouncements {

    private static final String WRITE = """
            insert into notification (id, event_id, recipient, kind, facts, state, channel, fallbacks, phone, text, due_at, created_at)
            select id, event_id, recipient, kind, facts::jsonb, case text when '' then 'WAITING' else 'PENDING' end,
                   nullif(channel, ''), string_to_array(fallbacks, ','), nullif(phone, ''), nullif(text, ''),
                   case text when '' then $10 else $11 end, $12
              from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
                   as n (id, event_id, recipient, kind, facts, channel, fallbacks, phone, text)
            on conflict do nothing
            returning id
            """;

    /** Waiting messages that are worth a look; locked until the caller's transaction ends. */
    private static final String WAITING = """
            select id, event_id, recipient, kind, facts::text as facts, attempts, created_at
              from notification
             where state = 'WAITING' and due_at <= $1
             order by due_at
             limit $2
               for update skip locked
            """;

    private static final String WAKE = """
            update notification set due_at = $2
             where id in (select id from notification
                           where state = 'WAITING' and recipient = any($1::uuid[])
                           order by id
                             for update)
            """;

    private static final String ADDRESS = """
            update notification as n
               set state = 'PENDING', channel = a.channel, fallbacks = string_to_array(a.fallbacks, ','), phone = a.phone,
                   text = a.text, attempts = 0, due_at = $6
              from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) as a (id, channel, fallbacks, phone, text)
             where n.id = a.id and n.state = 'WAITING'
            """;

    private static final String LOOK_AGAIN = """
            update notification as n
               set attempts = n.attempts + 1, due_at = $3 + l.delay_ms * interval '1 millisecond'
              from unnest($1::uuid[], $2::bigint[]) as l (id, delay_ms)
             where n.id = l.id and n.state = 'WAITING'
            """;

    private static final String GIVE_UP = """
            update notification set state = 'FAILED', finished_at = $2, last_error = 'the recipient stayed unknown'
             where id = any($1::uuid[]) and state = 'WAITING'
            """;

    private final DatabaseClient database;
    private final NoticeCodec codec;
    private final DeliveryProperties delivery;
    private final WaitingProperties waiting;
    private final Clock clock;

    PostgresAnnouncements(
            DatabaseClient database,
            NoticeCodec codec,
            DeliveryProperties delivery,
            WaitingProperties waiting,
            Clock clock) {
        this.database = database;
        this.codec = codec;
        this.delivery = delivery;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** Writes what is new and answers with its ids; addressed ones are leased to the caller. */
    Mono<Set<UUID>> write(List<Draft> drafts, Instant now) {
        return database.sql(WRITE)
                .bind(0, array(drafts, Draft::id, UUID[]::new))
                .bind(1, array(drafts, draft -> draft.announcement().eventId(), UUID[]::new))
                .bind(2, array(drafts, draft -> draft.announcement().recipient(), UUID[]::new))
                .bind(3, array(drafts, draft -> draft.notice().kind().name(), String[]::new))
                .bind(4, array(drafts, draft -> codec.write(draft.notice()), String[]::new))
                .bind(5, array(drafts, Draft::channel, String[]::new))
                .bind(6, array(drafts, Draft::fallbacks, String[]::new))
                .bind(7, array(drafts, Draft::phone, String[]::new))
                .bind(8, array(drafts, Draft::text, String[]::new))
                .bind(9, utc(now.plus(waiting.lookAgainMin())))
                .bind(10, utc(now.plus(delivery.lease())))
                .bind(11, utc(now))
                .map(row -> Rows.get(row, "id", UUID.class))
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Makes the waiting messages of these people due at once. */
    Mono<Void> wake(Collection<UUID> recipients) {
        return database.sql(WAKE)
                .bind(0, recipients.toArray(UUID[]::new))
                .bind(1, utc(clock.instant()))
                .then();
    }

    Flux<WaitingMessage> lockWaiting(int limit) {
        return database.sql(WAITING)
                .bind(0, utc(clock.instant()))
                .bind(1, limit)
                .map(this::waitingMessage)
                .all();
    }

    /** Leased to the caller. */
    Mono<Void> address(List<Outgoing> found, Instant now) {
        return database.sql(ADDRESS)
                .bind(0, array(found, Outgoing::id, UUID[]::new))
                .bind(1, array(found, message -> message.channel().name(), String[]::new))
                .bind(2, array(found, message -> PostgresPendingMessages.joined(message.fallbacks()), String[]::new))
                .bind(3, array(found, Outgoing::phone, String[]::new))
                .bind(4, array(found, Outgoing::text, String[]::new))
                .bind(5, utc(now.plus(delivery.lease())))
                .then();
    }

    Mono<Void> lookAgain(List<WaitingMessage> unknown, Instant now) {
        return database.sql(LOOK_AGAIN)
                .bind(0, array(unknown, WaitingMessage::id, UUID[]::new))
                .bind(1, array(unknown, this::pauseMs, Long[]::new))
                .bind(2, utc(now))
                .then();
    }

    private long pauseMs(WaitingMessage message) {
        return Backoff.of(message.looks() + 1, waiting.lookAgainMin(), waiting.lookAgainMax())
                .toMillis();
    }

    Mono<Void> giveUp(List<WaitingMessage> tooOld, Instant now) {
        return database.sql(GIVE_UP)
                .bind(0, array(tooOld, WaitingMessage::id, UUID[]::new))
                .bind(1, utc(now))
                .then();
    }

    private WaitingMessage waitingMessage(Readable row) {
        Notice.Kind kind = Notice.Kind.valueOf(Rows.get(row, "kind", String.class));
        return new WaitingMessage(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "recipient", UUID.class),
                codec.read(kind, Rows.get(row, "facts", String.class)),
                Rows.get(row, "attempts", Integer.class),
                Rows.get(row, "created_at", Instant.class));
    }

    private static <S, T> T[] array(List<S> rows, Function<S, T> column, IntFunction<T[]> type) {
        return rows.stream().map(column).toArray(type);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
