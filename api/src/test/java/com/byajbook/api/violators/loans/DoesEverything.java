package com.byajbook.api.violators.loans;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Subscribes, blocks, writes SQL and knows Redis. */
final class DoesEverything {

    @Nullable
    Long ask(DatabaseClient database, RedisURI redis) {
        Disposable unused = Mono.just(redis).subscribe();
        return database.sql("select 1").fetch().rowsUpdated().block(Duration.ofSeconds(1));
    }
}
