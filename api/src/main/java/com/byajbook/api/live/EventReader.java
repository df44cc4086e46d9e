package com.byajbook.api.live;

import com.byajbook.api.projection.UserEvent;
import com.byajbook.api.projection.UserEvents;
import com.byajbook.api.projection.UserEvents.CursorLost;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One client's place in a user's stream. Asked for one thing after the other, never at the same time.
 *
 * <p>What is sent always comes out of the stream, in its order, after the cursor: a nudge only says when to look. So a nudge
 * that is lost or doubled costs a moment and never an event.
 */
final class EventReader {

    /** Why somebody looks. */
    enum Occasion {
        NUDGED,
        HEARTBEAT
    }

    private final UserEvents events;
    private final UUID user;
    private final @Nullable String lastEventId;
    private String cursor = "";
    private boolean opened;

    EventReader(UserEvents events, UUID user, @Nullable String lastEventId) {
        this.events = events;
        this.user = user;
        this.lastEventId = lastEventId;
    }

    /** What is to be sent on this occasion. */
    Flux<ServerSentEvent<String>> read(Occasion occasion) {
        return switch (occasion) {
            case NUDGED -> opened ? unread() : open();
            case HEARTBEAT -> Flux.concat(Mono.fromSupplier(LiveEvents::heartbeat), opened ? unread() : Flux.empty());
        };
    }

    private Flux<ServerSentEvent<String>> open() {
        opened = true;
        if (lastEventId == null) {
            return jumpToNewest(LiveEvents::ready);
        }
        if (!UserEvents.isCursor(lastEventId)) {
            return jumpToNewest(id -> LiveEvents.stale(id, "unreadable-cursor"));
        }
        cursor = lastEventId;
        return unread();
    }

    private Flux<ServerSentEvent<String>> unread() {
        return next().expand(batch -> events.isFull(batch) ? next() : Mono.empty())
                .concatMapIterable(Function.identity())
                .map(LiveEvents::change)
                .onErrorResume(CursorLost.class, lost -> jumpToNewest(id -> LiveEvents.stale(id, "cursor-too-old")));
    }

    private Mono<List<UserEvent>> next() {
        return Mono.defer(() -> events.after(user, cursor)).doOnNext(this::advance);
    }

    private Flux<ServerSentEvent<String>> jumpToNewest(Function<String, ServerSentEvent<String>> announcement) {
        return events.newest(user)
                .doOnNext(newest -> cursor = newest)
                .map(announcement)
                .flux();
    }

    private void advance(List<UserEvent> batch) {
        if (!batch.isEmpty()) {
            cursor = batch.get(batch.size() - 1).id();
        }
    }
}
