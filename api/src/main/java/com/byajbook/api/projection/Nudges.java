package com.byajbook.api.projection;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Who listens to which channel, over one connection. A nudge carries nothing, so only the latest unread one is kept. */
@Component
final class Nudges {

    private final RedisLink redis;
    private final ConcurrentHashMap<String, Set<FluxSink<String>>> listeners = new ConcurrentHashMap<>();
    private final AtomicBoolean attached = new AtomicBoolean();

    Nudges(RedisLink redis) {
        this.redis = redis;
    }

    /** A first nudge when no later one can be missed any more, then one for each word in the channel. */
    Flux<String> in(String channel) {
        return redis.channels()
                .flatMapMany(connection -> Flux.<String>create(
                        sink -> listen(connection, channel, sink), FluxSink.OverflowStrategy.LATEST));
    }

    private void listen(
            StatefulRedisPubSubConnection<String, String> connection, String channel, FluxSink<String> sink) {
        if (attached.compareAndSet(false, true)) {
            connection.addListener(new Dispatcher());
        }
        FluxSink<String> unused = sink.onDispose(() -> leave(connection, channel, sink));
        join(connection, channel, sink);
    }

    /**
     * Subscribing again is harmless to Redis, and its answer is the moment from which this listener misses nothing. Under the
     * channel's lock, so that it never crosses the unsubscription of one who leaves.
     */
    private void join(StatefulRedisPubSubConnection<String, String> connection, String channel, FluxSink<String> sink) {
        listeners.compute(channel, (name, present) -> {
            Set<FluxSink<String>> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(sink);
            var unused = connection.async().subscribe(channel).whenComplete((done, error) -> confirm(sink, error));
            return all;
        });
    }

    private void leave(
            StatefulRedisPubSubConnection<String, String> connection, String channel, FluxSink<String> sink) {
        listeners.computeIfPresent(channel, (name, all) -> {
            all.remove(sink);
            if (!all.isEmpty()) {
                return all;
            }
            var unused = connection.async().unsubscribe(channel);
            return null;
        });
    }

    private static void confirm(FluxSink<String> sink, @Nullable Throwable error) {
        if (error == null) {
            nudge(sink);
        } else {
            sink.error(error);
        }
    }

    private static void nudge(FluxSink<String> sink) {
        FluxSink<String> unused = sink.next("");
    }

    private final class Dispatcher extends RedisPubSubAdapter<String, String> {
        @Override
        public void message(String channel, String message) {
            listeners.getOrDefault(channel, Set.of()).forEach(Nudges::nudge);
        }
    }
}
