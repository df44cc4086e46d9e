package com.byajbook.api.projection;

import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One token bucket a user for all replicas. Whoever has taken nothing for as long as it fills has none. */
@Component
public class SharedRates {

    /**
     * Takes what one replica has let in already, so it may fall below nothing; then the user waits until it is above again.
     * At most one burst below: a replica that was away for long must not lock anybody out for as long.
     */
    private static final RedisScript TAKE = RedisScript.of("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local rate = tonumber(ARGV[2])
            local burst = tonumber(ARGV[3])
            local known = redis.call('HMGET', KEYS[1], 'tokens', 'at')
            local tokens = burst
            if known[1] then
              tokens = math.min(burst, tonumber(known[1]) + (now - tonumber(known[2])) * rate / 1000)
            end
            tokens = math.max(-burst, tokens - tonumber(ARGV[1]))
            redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', tostring(now))
            redis.call('PEXPIRE', KEYS[1], math.ceil(2000 * burst / rate) + 1000)
            if tokens >= 0 then
              return 0
            end
            return math.ceil(-tokens * 1000 / rate)
            """, ScriptOutputType.INTEGER);

    private final RedisLink redis;

    SharedRates(RedisLink redis) {
        this.redis = redis;
    }

    /**
     * Tells of requests that were let in.
     *
     * @return how long the user has to wait now, zero for not at all; fails when Redis does not answer
     */
    public Mono<Duration> take(String user, int requests, double ratePerSecond, int burst) {
        return redis.commands()
                .flatMap(commands -> TAKE.<Long>run(
                        commands,
                        new String[] {RedisNames.rate(user)},
                        Integer.toString(requests),
                        Double.toString(ratePerSecond),
                        Integer.toString(burst)))
                .map(Duration::ofMillis);
    }
}
