package com.byajbook.api.projection;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Who listens to which channel, over one connection. A nudge carries nothing, so only the latest unread one is kept.
 *
 * <p>All coming and going takes turns on one thread: a subscription never crosses the unsubscription of one who leaves, and
 * no lock is held while Redis is written to or a listener is told.
 */
@Component
final class Nudges {

    private final RedisLink redis;
    private final ConcurrentHashMap<String, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final Scheduler.Worker turns = Schedulers.parallel().createWorker();
    private boolean attached;

    Nudges(RedisLink redis) {
        this.redis = redis;
    }

    /** A first nudge when no later one can be missed any more, then one for each word in the channel. */
    Flux<String> in(String channel) {
        return redis.channels()
                .flatMapMany(connection -> Flux.<String>create(
                        sink -> listen(connection, channel, new Listener(sink)), FluxSink.OverflowStrategy.LATEST));
    }

    private void listen(StatefulRedisPubSubConnection<String, String> connection, String channel, Listener listener) {
        inTurn(() -> join(connection, channel, listener));
        FluxSink<String> unused = listener.sink.onDispose(() -> inTurn(() -> leave(connection, channel, listener)));
    }

    private void inTurn(Runnable change) {
        Disposable unused = turns.schedule(change);
    }

    /** Subscribing again is harmless to Redis, and its word of it is the moment from which this listener misses nothing. */
    private void join(StatefulRedisPubSubConnection<String, String> connection, String channel, Listener listener) {
        if (!attached) {
            attached = true;
            connection.addListener(new Dispatcher());
        }
        listeners
                .computeIfAbsent(channel, name -> ConcurrentHashMap.newKeySet())
                .add(listener);
        var unused = connection.async().subscribe(channel).exceptionally(listener::refuse);
    }

    private void leave(StatefulRedisPubSubConnection<String, String> connection, String channel, Listener listener) {
        Set<Listener> all = listeners.getOrDefault(channel, Set.of());
        if (all.remove(listener) && all.isEmpty()) {
            listeners.remove(channel);
            var unused = connection.async().unsubscribe(channel);
        }
    }

    /** Redis' own word that a channel is subscribed comes after a lost connection too, when nudges may have been missed. */
    private final class Dispatcher extends RedisPubSubAdapter<String, String> {
        @Override
        public void subscribed(String channel, long count) {
            listeners.getOrDefault(channel, Set.of()).forEach(Listener::nudge);
        }

        @Override
        public void message(String channel, String message) {
            listeners.getOrDefault(channel, Set.of()).forEach(Listener::nudge);
        }
    }

    private static final class Listener {
        private final FluxSink<String> sink;
        private volatile boolean nudged;

        Listener(FluxSink<String> sink) {
            this.sink = sink;
        }

        void nudge() {
            nudged = true;
            FluxSink<String> unused = sink.next("");
        }

        /** Too late to matter for one whom Redis' word has reached already. */
        @Nullable
        Void refuse(Throwable error) {
            if (!nudged) {
                sink.error(error);
            }
            return null;
        }
    }
}
