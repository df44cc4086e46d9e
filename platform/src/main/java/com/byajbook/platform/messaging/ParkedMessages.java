package com.byajbook.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The place for messages that can never succeed, with the reason, so that none is lost and none blocks the others. */
final class ParkedMessages {

    private static final String PARK = """
            insert into parked_message (consumer, message_id, type, body, reason, parked_at)
            select $1, $2, $3, $4, $5, $6
             where not exists (select 1 from parked_message where consumer = $1 and message_id = $2)
            """;

    private static final int MAX_REASON = 2_000;

    private final DatabaseClient database;
    private final Clock clock;

    ParkedMessages(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Parks a message; a message that is parked already stays as it is. */
    Mono<Void> park(String consumer, Received received, Throwable reason) {
        return database.sql(PARK)
                .bind(0, consumer)
                .bind(1, received.messageId())
                .bind(2, received.type())
                .bind(3, received.body())
                .bind(4, shortened(reason.toString()))
                .bind(5, clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    private static String shortened(String reason) {
        String text = reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
    }
}
