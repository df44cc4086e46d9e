package com.byajbook.platform.control;

import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The replicas' heartbeats. All times are the database's: the clocks of two hosts are never the same. */
final class PostgresReplicas implements ReplicaStore {

    /** The version never goes back: an acknowledgement may overtake a heartbeat that was made before it. */
    private static final String BEAT = """
            insert into replica as known (id, service, started_at, seen_at, applied_version, stages)
            values ($1, $2, $3, clock_timestamp(), $4, $5::jsonb)
            on conflict (id) do update
               set seen_at = excluded.seen_at,
                   applied_version = greatest(known.applied_version, excluded.applied_version),
                   stages = excluded.stages
            """;

    private static final String ACKNOWLEDGE = """
            update replica
               set applied_version = greatest(applied_version, $2), seen_at = clock_timestamp()
             where id = $1
            """;

    private static final String ACKS = """
            select count(*) filter (where applied_version >= $1) as applied, count(*) as replicas
              from replica
             where seen_at > clock_timestamp() - make_interval(secs => $2)
            """;

    private static final String LIVE = """
            select id, started_at, seen_at, applied_version, stages::text as stages
              from replica
             where seen_at > clock_timestamp() - make_interval(secs => $1)
             order by id
            """;

    private static final String LEAVE = "delete from replica where id = $1";

    private static final String FORGET =
            "delete from replica where seen_at < clock_timestamp() - make_interval(secs => $1)";

    private static final double MILLIS = 1_000;

    private final ControlDatabase database;
    private final StagesJson json;

    PostgresReplicas(ControlDatabase database, StagesJson json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Void> beat(Heartbeat heartbeat) {
        ReplicaIdentity replica = heartbeat.replica();
        return Mono.defer(() -> database.client()
                .sql(BEAT)
                .bind(0, replica.id())
                .bind(1, replica.service())
                .bind(2, replica.startedAt().atOffset(ZoneOffset.UTC))
                .bind(3, heartbeat.appliedVersion())
                .bind(4, json.write(heartbeat.stages()))
                .then());
    }

    @Override
    public Mono<Void> acknowledge(String replica, long version) {
        return database.client()
                .sql(ACKNOWLEDGE)
                .bind(0, replica)
                .bind(1, version)
                .then();
    }

    @Override
    public Mono<Acks> acks(long version, Duration within) {
        return database.client()
                .sql(ACKS)
                .bind(0, version)
                .bind(1, seconds(within))
                .map(row -> new Acks(
                        Math.toIntExact(Rows.get(row, "applied", Long.class)),
                        Math.toIntExact(Rows.get(row, "replicas", Long.class))))
                .one();
    }

    @Override
    public Flux<ReplicaView> live(Duration within) {
        return database.client()
                .sql(LIVE)
                .bind(0, seconds(within))
                .map(this::replica)
                .all();
    }

    @Override
    public Mono<Void> leave(String replica) {
        return database.client().sql(LEAVE).bind(0, replica).then();
    }

    @Override
    public Mono<Void> forget(Duration silence) {
        return database.client().sql(FORGET).bind(0, seconds(silence)).then();
    }

    private ReplicaView replica(Readable row) {
        return new ReplicaView(
                Rows.get(row, "id", String.class),
                Rows.get(row, "started_at", Instant.class),
                Rows.get(row, "seen_at", Instant.class),
                Rows.get(row, "applied_version", Long.class),
                json.read(Rows.get(row, "stages", String.class)));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
