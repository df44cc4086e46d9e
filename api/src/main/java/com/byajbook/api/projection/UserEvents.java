package com.byajbook.api.projection;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.StreamMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stream of each user's changes: what happened after a given event, and a nudge when there is more. */
@Component
public class UserEvents {

    private static final String KIND = "kind";
    private static final String JSON = "json";

    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,19}-[0-9]{1,19}");

    /** An empty stream gets an entry that marks its beginning, so that the first cursor names one like any other. */
    private static final RedisScript NEWEST = RedisScript.of("""
            local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
            if last[1] then
              return last[1][1]
            end
            local first = redis.call('XADD', KEYS[1], '*', 'kind', 'beginning', 'json', '')
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return first
            """, ScriptOutputType.VALUE);

    private final RedisLink redis;
    private final Nudges nudges;
    private final ProjectionLimits limits;

    UserEvents(RedisLink redis, Nudges nudges, ProjectionLimits limits) {
        this.redis = redis;
        this.nudges = nudges;
        this.limits = limits;
    }

    /** Whether a text can be a cursor at all. */
    public static boolean isCursor(String text) {
        return CURSOR.matcher(text).matches();
    }

    /** The cursor of the newest event; whoever reads on from it misses nothing that comes later. */
    public Mono<String> newest(UUID user) {
        return redis.commands()
                .flatMap(commands -> NEWEST.run(
                        commands,
                        new String[] {RedisNames.events(user)},
                        Long.toString(limits.eventsLifetime().toMillis())));
    }

    /**
     * The next events after the cursor, as many as one read takes.
     *
     * <p>The cursor's own entry is read too: trimming takes the oldest first, so while it is there nothing after it is
     * missing. Fails with {@link CursorLost} when it is not.
     */
    public Mono<List<UserEvent>> after(UUID user, String cursor) {
        return redis.commands()
                .flatMapMany(commands -> commands.xrange(
                        RedisNames.events(user),
                        Range.from(Range.Boundary.including(cursor), Range.Boundary.unbounded()),
                        Limit.from(limits.readBatch() + 1)))
                .map(UserEvents::event)
                .collectList()
                .map(events -> withoutCursor(events, cursor));
    }

    /** Whether a read was full, so that there may be more at once. */
    public boolean isFull(List<UserEvent> events) {
        return events.size() >= limits.readBatch();
    }

    /** A first nudge when no later one can be missed any more, then one whenever there may be more events. */
    public Flux<String> nudges(UUID user) {
        return nudges.in(RedisNames.nudges(user));
    }

    private static List<UserEvent> withoutCursor(List<UserEvent> events, String cursor) {
        if (events.isEmpty() || !events.get(0).id().equals(cursor)) {
            throw new CursorLost();
        }
        return events.subList(1, events.size());
    }

    private static UserEvent event(StreamMessage<String, String> entry) {
        Map<String, String> fields = entry.getBody();
        return new UserEvent(entry.getId(), fields.getOrDefault(KIND, ""), fields.getOrDefault(JSON, ""));
    }

    /** Events after this cursor may be gone. */
    public static final class CursorLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CursorLost() {
            super("the cursor is not in the stream any more", null, false, false);
        }
    }
}
