package com.byajbook.loadtests.load.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.load.curve.RateCurve;
import com.byajbook.loadtests.load.curve.Shape;
import com.byajbook.loadtests.load.traffic.Citizen;
import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.Crowd;
import com.byajbook.loadtests.load.traffic.Mix;
import com.byajbook.loadtests.verdict.Witness;
import com.byajbook.loadtests.verdict.Witness.Knowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Ten arrivals a second for ten seconds, on a clock of our own. */
final class RunTest {
    private static final long START = 77_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final String REFUSAL = "{\"code\":\"overloaded\",\"reason\":\"promise\"}";

    private final Witness witness = new Witness();
    private final RateCurve curve = RateCurve.of(Shape.steady(), 10, 10, 0);
    private final Crowd crowd = crowd();
    private final Recorder recorder = new Recorder(curve, Promise.usual(), crowd);

    private static Crowd crowd() {
        Person person = new Person(UUID.randomUUID(), "token");
        return new Crowd(
                List.of(Citizen.of(person, UUID.randomUUID(), Optional.of(UUID.randomUUID()), "{}")),
                Mix.evening(),
                false,
                "{}");
    }

    private static String accepted() {
        return "{\"id\":\"" + UUID.randomUUID() + "\"}";
    }

    private long due(long arrival) {
        return START + curve.intendedNanos(arrival);
    }

    @Test
    void counts_a_stall_from_when_each_request_was_meant_to_start_though_the_generator_stood_still_as_well() {
        Run run = new Run(curve, crowd, Clients.ONCE, recorder, witness);
        long stallEnds = START + TimeUnit.SECONDS.toNanos(4);
        for (long k = 0; k < curve.total(); k++) {
            // Everything from second 2 to second 4 is sent, and answered, when the stall is over.
            long now = due(k) >= START + TimeUnit.SECONDS.toNanos(2) && due(k) < stallEnds ? stallEnds : due(k);
            Journey journey = run.arrives(now);
            journey.departs(now);
            journey.answered(202, -1, accepted(), now + MILLI);
            journey.settles("", now + MILLI);
            run.leaves(journey);
        }

        Figures figures = recorder.figures();
        assertThat(figures.total().max()).isCloseTo(2_001, within(5.0));
        assertThat(figures.total().p99()).isGreaterThan(1_800);
        assertThat(figures.series().get(2).offered()).isEqualTo(10);
        assertThat(figures.series().get(3).offered()).isEqualTo(10);
        assertThat(figures.total().good()).isLessThan(figures.total().admitted());
        assertThat(figures.generator().trustworthy()).isFalse();
        assertThat(figures.generator().maxLateMillis()).isCloseTo(2_000, within(5.0));
    }

    @Test
    void counts_what_was_never_answered_and_what_was_never_started_with_its_age() {
        Run run = new Run(curve, crowd, Clients.ONCE, recorder, witness);
        for (long k = 0; k < 50; k++) {
            run.arrives(due(k)).departs(due(k));
        }
        run.closes(START + TimeUnit.SECONDS.toNanos(12));

        Figures figures = recorder.figures();
        assertThat(figures.total().offered()).isEqualTo(100);
        assertThat(figures.total().failed()).isEqualTo(100);
        assertThat(figures.total().max()).isCloseTo(12_000, within(20.0));
        assertThat(figures.total().errors())
                .containsEntry("still open at the end of the run", 50L)
                .containsEntry("never started by the generator", 50L);
        assertThat(figures.generator().neverStarted()).isEqualTo(50);
        assertThat(figures.generator().trustworthy()).isFalse();
    }

    @Test
    void keeps_an_obedient_client_waiting_as_long_as_it_was_told_and_measures_whether_that_was_true() {
        Run run = new Run(curve, crowd, Clients.OBEDIENT, recorder, witness);
        Journey journey = run.arrives(START);
        journey.departs(START);
        journey.answered(503, 400, REFUSAL, START + MILLI);
        journey.settles("", START + MILLI);
        assertThat(journey.goesOn()).isTrue();
        assertThat(journey.waitMillis()).isEqualTo(400);

        journey.departs(START + 401 * MILLI);
        journey.answered(503, 400, REFUSAL, START + 401 * MILLI);
        journey.settles("", START + 401 * MILLI);
        journey.departs(START + 801 * MILLI);
        journey.answered(202, -1, accepted(), START + 802 * MILLI);
        journey.settles("", START + 802 * MILLI);

        Figures figures = recorder.figures();
        assertThat(journey.goesOn()).isFalse();
        assertThat(figures.total().attemptsPerSuccess()).isEqualTo(3);
        assertThat(figures.total().shed()).containsEntry("promise", 2L);
        // It was told 400 ms and let in after 800.
        assertThat(figures.appointments().medianMissPercent()).isCloseTo(100, within(1.0));
        assertThat(figures.total().max()).isCloseTo(802, within(2.0));
    }

    @Test
    void lets_a_naive_client_ask_four_times_and_no_more() {
        Run run = new Run(curve, crowd, Clients.NAIVE, recorder, witness);
        Journey journey = run.arrives(START);
        int attempts = 0;
        while (journey.goesOn()) {
            attempts++;
            journey.departs(START);
            journey.answered(503, 400, REFUSAL, START);
            journey.settles("", START);
            assertThat(journey.waitMillis()).isZero();
        }

        assertThat(attempts).isEqualTo(4);
        assertThat(recorder.figures().total().refused()).isEqualTo(1);
    }

    @Test
    void tells_the_judge_no_only_of_what_was_refused_for_load_every_time() {
        Run run = new Run(curve, crowd, Clients.ONCE, recorder, witness);
        List<Integer> statuses = new ArrayList<>(List.of(503, 500, 0));
        int wishes = 0;
        for (long k = 0; wishes < 3; k++) {
            Journey journey = run.arrives(due(k));
            journey.departs(due(k));
            boolean isWish = journey.errand().wish().isPresent();
            int status = isWish ? statuses.get(wishes++) : 200;
            if (status != 0) {
                journey.answered(status, -1, status == 503 ? REFUSAL : "{}", due(k));
            }
            journey.settles("no answer", due(k));
        }

        assertThat(witness.count(Knowledge.REFUSED)).isEqualTo(1);
        assertThat(witness.count(Knowledge.UNKNOWN)).isEqualTo(2);
    }

    @Test
    void takes_a_503_that_hides_a_commit_for_an_error_and_not_for_a_refusal() {
        Run run = new Run(curve, crowd, Clients.ONCE, recorder, witness);
        Journey journey = run.arrives(START);
        journey.departs(START);
        journey.answered(503, 1_000, "{\"code\":\"outcome-unknown\"}", START);
        journey.settles("", START);

        assertThat(recorder.figures().total().errors()).containsEntry("HTTP 503 outcome-unknown", 1L);
        assertThat(recorder.figures().total().shed()).isEmpty();
    }

    @Test
    void does_not_let_a_late_first_arrival_make_all_others_look_early() {
        Run run = new Run(curve, crowd, Clients.ONCE, recorder, witness);
        run.arrives(due(0) + 500 * MILLI).departs(due(0) + 500 * MILLI);
        Journey second = run.arrives(due(1));
        second.departs(due(1));
        second.answered(202, -1, accepted(), due(1) + 20 * MILLI);
        second.settles("", due(1) + 20 * MILLI);

        assertThat(recorder.figures().total().max()).isCloseTo(20, within(1.0));
    }
}
