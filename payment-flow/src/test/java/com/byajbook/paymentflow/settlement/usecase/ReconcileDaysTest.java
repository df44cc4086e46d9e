package com.byajbook.paymentflow.settlement.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.paymentflow.settlement.domain.BankDays;
import com.byajbook.paymentflow.settlement.domain.Line;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ReconcileDaysTest {

    private static final Instant NOW = Instant.parse("2026-10-21T06:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 10, 20);
    private static final Run DUE = new Run("upi", YESTERDAY, Run.State.DUE, 1, 0, "");

    private final ScriptedRuns runs = new ScriptedRuns();
    private final List<Run.State> taken = new ArrayList<>();

    @Test
    void makes_yesterday_due_at_each_provider_and_goes_through_all_steps_of_one_run() {
        runs.due.add(DUE);

        StepVerifier.create(reconciling(Map.of()).reconcileDue()).expectNext(1).verifyComplete();

        assertThat(runs.opened).containsExactly("upi " + YESTERDAY, "upi-b " + YESTERDAY);
        assertThat(taken).containsExactly(Run.State.DUE, Run.State.FETCHED, Run.State.COMPARED, Run.State.SEARCHED);
        assertThat(runs.postponed).isEmpty();
    }

    @Test
    void goes_on_where_somebody_left_a_run() {
        runs.due.add(DUE.at(Run.State.COMPARED, "somewhere"));

        StepVerifier.create(reconciling(Map.of()).reconcileDue()).expectNext(1).verifyComplete();

        assertThat(taken).containsExactly(Run.State.COMPARED, Run.State.SEARCHED);
    }

    @Test
    void says_so_when_nothing_is_due() {
        StepVerifier.create(reconciling(Map.of()).reconcileDue()).expectNext(0).verifyComplete();
    }

    @Test
    void leaves_a_file_that_cannot_be_used_alone_for_a_while_and_says_why() {
        runs.due.add(DUE);
        Step unusable = run -> Mono.error(() -> new FileUnusable("line 7 cannot be understood"));

        StepVerifier.create(reconciling(Map.of(Run.State.DUE, unusable)).reconcileDue())
                .expectNext(1)
                .verifyComplete();

        assertThat(runs.postponed)
                .containsExactly("upi of 2026-10-20 until 2026-10-21T06:10:00Z: line 7 cannot be understood");
    }

    @Test
    void leaves_a_run_to_its_lease_when_our_own_books_fail() {
        runs.due.add(DUE);
        Step failing = run -> Mono.error(() -> new IllegalStateException("the database is away"));

        StepVerifier.create(reconciling(Map.of(Run.State.COMPARED, failing)).reconcileDue())
                .expectErrorMessage("the database is away")
                .verify();

        assertThat(taken).containsExactly(Run.State.DUE, Run.State.FETCHED);
        assertThat(runs.postponed).isEmpty();
    }

    @Test
    void does_nothing_before_it_is_asked_and_no_more_once_it_is_cancelled() {
        runs.due.add(DUE);
        AtomicBoolean cancelled = new AtomicBoolean();
        Step hanging = run -> Mono.<Run>never().doOnCancel(() -> cancelled.set(true));
        Mono<Integer> round = reconciling(Map.of(Run.State.FETCHED, hanging)).reconcileDue();
        assertThat(runs.opened).isEmpty();

        round.subscribe().dispose();

        assertThat(cancelled).isTrue();
        assertThat(taken).containsExactly(Run.State.DUE);
        assertThat(runs.postponed).isEmpty();
    }

    private ReconcileDays reconciling(Map<Run.State, Step> replaced) {
        Map<Run.State, Step> steps = new EnumMap<>(Map.of(
                Run.State.DUE, noted(Run::fetched),
                Run.State.FETCHED, noted(run -> run.at(Run.State.COMPARED, "")),
                Run.State.COMPARED, noted(run -> run.at(Run.State.SEARCHED, "")),
                Run.State.SEARCHED, noted(run -> run.at(Run.State.FINISHED, ""))));
        steps.putAll(replaced);
        return new ReconcileDays(
                new TwoProviders(),
                runs,
                steps,
                new BankDays(LocalTime.of(6, 0), 1),
                new ReconciliationLimits(Duration.ofMinutes(20), Duration.ofMinutes(10)),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Step noted(Function<Run, Run> then) {
        return run -> Mono.fromSupplier(() -> {
            taken.add(run.state());
            return then.apply(run);
        });
    }

    /** Whose files nobody asks for. */
    private static final class TwoProviders implements FetchFiles {

        @Override
        public Collection<String> providers() {
            return List.of("upi", "upi-b");
        }

        @Override
        public Mono<FileSeal> fetch(String provider, LocalDate day, Function<List<Line>, Mono<Void>> keep) {
            return Mono.error(() -> new AssertionError("asked for a file"));
        }
    }
}
