package com.byajbook.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.ops.Picture.Part;
import com.byajbook.api.ops.Picture.Replica;
import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BottleneckTest {

    private static final long SILENT_AFTER_MS = 3000;

    private final Stages pool = Stages.idle("pool.main", StageKind.POOL);
    private final Stages intake = Stages.idle("intake", StageKind.INTAKE);

    @Test
    void names_the_stage_under_the_highest_pressure_with_its_figures() {
        Optional<Bottleneck> found = find(
                part("api", intake.using(40, 64).promising(12, 100)),
                part("loan-engine", pool.using(10, 10).promising(480, 500)));

        assertThat(found)
                .contains(new Bottleneck(
                        "loan-engine",
                        "pool.main",
                        StageKind.POOL,
                        "loan-engine-1",
                        "pool.main of loan-engine: 10 of 10 in use, estimated wait 480 of 500 ms"));
    }

    @Test
    void names_none_while_nothing_is_half_full() {
        assertThat(find(part("api", intake.using(31, 64), pool.using(4, 10)))).isEmpty();
        assertThat(find(part("api", intake.using(32, 64)))).isPresent();
    }

    @Test
    void names_none_where_there_is_nothing() {
        assertThat(find()).isEmpty();
        assertThat(find(new Part("api", List.of(), "It does not answer."))).isEmpty();
    }

    @Test
    void takes_an_unusual_state_for_worse_than_a_full_pool() {
        Optional<Bottleneck> found = find(part(
                "loan-engine",
                pool.using(10, 10),
                Stages.idle("bureau", StageKind.PARTNER).using(1, 50).in("breaker-open")));

        assertThat(found.map(Bottleneck::why)).contains("bureau of loan-engine: breaker open, 1 of 50 in use");
    }

    @Test
    void takes_of_two_equals_the_one_that_work_reaches_last() {
        Optional<Bottleneck> found = find(part("api", pool.using(10, 10), intake.using(64, 64)));

        assertThat(found.map(Bottleneck::stage)).contains("pool.main");
    }

    @Test
    void takes_of_two_alike_the_same_each_second() {
        Part first = part("api", pool.using(10, 10));
        Part second = part("loan-engine", pool.using(10, 10));

        assertThat(find(first, second).map(Bottleneck::service)).contains("api");
        assertThat(find(second, first).map(Bottleneck::service)).contains("api");
    }

    @Test
    void says_how_much_waits_how_long_and_what_is_refused() {
        Optional<Bottleneck> found =
                find(part("api", intake.queueing(3900, 4000, 1250).refusing("wait-too-long", 1234.4)));

        assertThat(found.map(Bottleneck::why))
                .contains("intake of api: 3,900 of 4,000 queued, the oldest for 1,250 ms,"
                        + " 1,234 a second refused, most by wait-too-long");
    }

    @Test
    void believes_no_replica_that_fell_silent() {
        Part gone = new Part("api", List.of(replica("api-1", SILENT_AFTER_MS, pool.using(10, 10))), null);
        Part lives = new Part("api", List.of(replica("api-1", SILENT_AFTER_MS - 1, pool.using(10, 10))), null);

        assertThat(find(gone)).isEmpty();
        assertThat(find(lives)).isPresent();
    }

    private static Optional<Bottleneck> find(Part... parts) {
        return Bottleneck.find(List.of(parts), SILENT_AFTER_MS);
    }

    private static Part part(String service, Stages... stages) {
        return new Part(service, List.of(replica(service + "-1", 0, stages)), null);
    }

    private static Replica replica(String name, long silentMs, Stages... stages) {
        List<Stage> all = Arrays.stream(stages).map(Stages::stage).toList();
        return new Replica(name, Instant.EPOCH, silentMs, 0, all);
    }
}
