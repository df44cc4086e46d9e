package com.byajbook.api.projection;

import com.byajbook.platform.problem.Failure;
import io.lettuce.core.ScriptOutputType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The newest known status of each thing. Losing all of it costs speed and nothing else. */
@Component
public class Projections {

    /**
     * One step, so that no reader sees a status without its event or the other way round. The guard makes a repeated or
     * late event harmless. The published word carries nothing: it only says "look into the stream".
     */
    private static final RedisScript APPLY = RedisScript.of("""
            local known = redis.call('HGET', KEYS[1], 'version')
            if known and tonumber(known) >= tonumber(ARGV[1]) then
              return 0
            end
            redis.call('HSET', KEYS[1], 'version', ARGV[1], 'json', ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            redis.call('XADD', KEYS[2], 'MAXLEN', '=', ARGV[4], '*', 'kind', ARGV[6], 'json', ARGV[2])
            redis.call('PEXPIRE', KEYS[2], ARGV[5])
            redis.call('PUBLISH', KEYS[3], '')
            return 1
            """, ScriptOutputType.INTEGER);

    private static final String JSON = "json";

    private final RedisLink redis;
    private final ProjectionLimits limits;
    private final Counter bypassed;

    Projections(RedisLink redis, ProjectionLimits limits, MeterRegistry registry) {
        this.redis = redis;
        this.limits = limits;
        this.bypassed = Counter.builder("byajbook.projection.bypassed")
                .description("Reads that went to the owner because Redis did not answer")
                .register(registry);
    }

    /** A user's own thing as JSON; empty when it is not known here, and also when Redis does not answer. */
    public Mono<String> find(UUID user, String kind, UUID id) {
        return redis.commands()
                .flatMap(commands -> commands.hget(RedisNames.status(user, kind, id), JSON))
                .onErrorResume(RuntimeException.class, down -> {
                    bypassed.increment();
                    return Mono.empty();
                });
    }

    /** Applies updates in their order; fails with {@link Failure.DependencyUnavailable} when Redis does not answer. */
    public Mono<Void> apply(List<LiveUpdate> updates) {
        return Flux.fromIterable(updates)
                .flatMapSequential(this::apply, limits.writesInFlight())
                .then()
                .onErrorMap(RuntimeException.class, down -> Failure.unavailable("Redis", down));
    }

    private Mono<Long> apply(LiveUpdate update) {
        String[] keys = {
            RedisNames.status(update.user(), update.kind(), update.id()),
            RedisNames.events(update.user()),
            RedisNames.nudges(update.user())
        };
        return redis.commands()
                .flatMap(commands -> APPLY.run(
                        commands,
                        keys,
                        Long.toString(update.version()),
                        update.json(),
                        Long.toString(limits.statusLifetime().toMillis()),
                        Integer.toString(limits.maxEvents()),
                        Long.toString(limits.eventsLifetime().toMillis()),
                        update.kind()));
    }
}
