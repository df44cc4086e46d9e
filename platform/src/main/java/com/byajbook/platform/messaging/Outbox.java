package com.byajbook.platform.messaging;

import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The messages that are committed and not yet confirmed by the broker. */
public final class Outbox {

    /** Bodies travel as base64: the driver (1.1.3) leaks a pooled buffer for every element of a bytea array. */
    private static final String APPEND = """
            insert into outbox (id, type, business_key, body, created_at, lease_until)
            select id, type, business_key, decode(body, 'base64'), $5, $6
              from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[]) as m (id, type, business_key, body)
            on conflict (id) do nothing
            """;

    /** Rows, not an id cursor: sequences are not in commit order, and a cursor would step over a late commit for ever. */
    private static final String CLAIM = """
            update outbox set lease_until = $2
             where id in (select id from outbox
                           where lease_until <= $1
                             and type = any($4::text[])
                           order by lease_until
                           limit $3
                             for update skip locked)
            returning id, type, business_key, body
            """;

    private static final String SETTLE = "delete from outbox where id = any($1::uuid[])";

    private static final String BACKLOG = "select count(*) as size, min(created_at) as oldest from outbox";

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    /** A row of a newer version's type waits for that version, and holds up none that this one can send. */
    private static final String[] KNOWN_TYPES =
            Arrays.stream(MessageType.values()).map(MessageType::routingKey).toArray(String[]::new);

    private final DatabaseClient database;
    private final MessageCodec codec;
    private final MessagingProperties.Relay relay;
    private final Clock clock;

    Outbox(DatabaseClient database, MessageCodec codec, MessagingProperties properties, Clock clock) {
        this.database = database;
        this.codec = codec;
        this.relay = properties.relay();
        this.clock = clock;
    }

    /** Writes the messages within the caller's transaction; they travel after its commit. */
    public Mono<Void> append(List<? extends Message> messages) {
        return appendEncoded(encode(messages));
    }

    List<OutgoingMessage> encode(List<? extends Message> messages) {
        return messages.stream().map(codec::encode).toList();
    }

    Mono<Void> appendEncoded(List<OutgoingMessage> messages) {
        if (messages.isEmpty()) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        return database.sql(APPEND)
                .bind(0, messages.stream().map(OutgoingMessage::id).toArray(UUID[]::new))
                .bind(1, messages.stream().map(m -> m.type().routingKey()).toArray(String[]::new))
                .bind(2, messages.stream().map(OutgoingMessage::businessKey).toArray(UUID[]::new))
                .bind(
                        3,
                        messages.stream()
                                .map(m -> BASE64.encodeToString(m.body()))
                                .toArray(String[]::new))
                .bind(4, now.atOffset(ZoneOffset.UTC))
                .bind(5, now.plus(relay.lease()).atOffset(ZoneOffset.UTC))
                .then();
    }

    /** Takes up to {@code limit} messages whose lease has ended, oldest first, for one lease. */
    Flux<OutgoingMessage> claim(int limit) {
        Instant now = clock.instant();
        return database.sql(CLAIM)
                .bind(0, now.atOffset(ZoneOffset.UTC))
                .bind(1, now.plus(relay.lease()).atOffset(ZoneOffset.UTC))
                .bind(2, limit)
                .bind(3, KNOWN_TYPES)
                .map(Outbox::message)
                .all();
    }

    /** Forgets messages that the broker confirmed. */
    Mono<Void> settle(Collection<UUID> ids) {
        return database.sql(SETTLE).bind(0, ids.toArray(UUID[]::new)).then();
    }

    /** How many messages wait, and since when the oldest does. */
    Mono<Backlog> backlog() {
        return database.sql(BACKLOG)
                .map(row -> new Backlog(Rows.get(row, "size", Long.class), row.get("oldest", Instant.class)))
                .one();
    }

    private static OutgoingMessage message(Readable row) {
        String type = Rows.get(row, "type", String.class);
        return new OutgoingMessage(
                Rows.get(row, "id", UUID.class),
                MessageType.find(type)
                        .orElseThrow(() -> new IllegalStateException("the outbox has a message of type " + type)),
                Rows.get(row, "business_key", UUID.class),
                Rows.get(row, "body", byte[].class));
    }
}
