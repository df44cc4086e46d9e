package com.byajbook.api.projection;

import com.byajbook.platform.problem.Failure;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The two connections to Redis: one for commands, one for channels.
 *
 * <p>Redis may be away at any moment, the start included: connections are made in the background, and while there is none
 * commands fail at once. Nothing waits in memory for its return. (Spring Data would connect on the thread of the first
 * request, and hold it.)
 */
@Component
final class RedisLink implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    private final RedisURI address;
    private final RedisClient client;
    private Disposable.Composite connecting = Disposables.composite();
    private volatile @Nullable StatefulRedisConnection<String, String> commands;
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> channels;
    private volatile boolean running;

    RedisLink(RedisProperties redis) {
        this.address = RedisURI.create(redis.url());
        this.address.setTimeout(redis.timeout());
        this.client = RedisClient.create(address);
        this.client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(redis.maxQueuedCommands())
                .timeoutOptions(TimeoutOptions.enabled(redis.timeout()))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(redis.connectTimeout())
                        .keepAlive(true)
                        .build())
                .build());
    }

    /** The commands; fails at once while there is no connection. */
    Mono<RedisReactiveCommands<String, String>> commands() {
        return Mono.defer(() -> {
            StatefulRedisConnection<String, String> connection = commands;
            return connection == null ? unavailable() : Mono.just(connection.reactive());
        });
    }

    /** The connection for channels; fails at once while there was none yet. */
    Mono<StatefulRedisPubSubConnection<String, String>> channels() {
        return Mono.defer(() -> {
            StatefulRedisPubSubConnection<String, String> connection = channels;
            return connection == null ? unavailable() : Mono.just(connection);
        });
    }

    @Override
    public void start() {
        running = true;
        connecting = Disposables.composite(
                connect(() -> client.connectAsync(StringCodec.UTF8, address), made -> commands = made),
                connect(() -> client.connectPubSubAsync(StringCodec.UTF8, address), made -> channels = made));
    }

    @Override
    public void stop() {
        running = false;
        connecting.dispose();
        client.shutdown(Duration.ZERO, STOP_TIMEOUT);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the server and the consumers, after them at stop. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Once made, a connection finds its way back by itself. */
    private static <T> Disposable connect(Supplier<CompletionStage<T>> attempt, Consumer<T> made) {
        return Mono.fromCompletionStage(attempt)
                .doOnError(down -> log.warn("Redis is not reached, reads go to the owners: {}", down.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE))
                .subscribe(made);
    }

    private static <T> Mono<T> unavailable() {
        return Mono.error(() -> Failure.unavailable("Redis", null));
    }
}
