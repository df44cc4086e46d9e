package com.byajbook.platform.control;

import static com.byajbook.platform.control.Limits.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.limits.LiveLimits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class ChangeLimitTest {

    private static final Duration ACK_WAIT = Duration.ofSeconds(1);
    private static final Duration ACK_EVERY = Duration.ofMillis(50);

    private final LiveLimits limits = Limits.defined();
    private final ScriptedStore store = new ScriptedStore();
    private final ChangeLimit change = changing();

    @Test
    void applies_a_change_here_without_waiting_for_any_notification() {
        store.acknowledge(new Acks(1, 1));

        StepVerifier.create(change.change(to(12L, 0)))
                .expectNextMatches(outcome -> outcome instanceof ChangeOutcome.Changed)
                .verifyComplete();

        assertThat(Limits.valueIn(limits)).isEqualTo(12);
    }

    @Test
    void answers_as_soon_as_all_replicas_have_followed() {
        store.acknowledge(new Acks(1, 2), new Acks(1, 2), new Acks(2, 2));

        verifyInVirtualTime(() -> change.change(to(12L, 0)))
                .expectSubscription()
                .expectNoEvent(ACK_EVERY.multipliedBy(2).minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .assertNext(outcome -> assertAcks(outcome, 2, 2))
                .verifyComplete();
    }

    @Test
    void answers_in_time_when_a_replica_does_not_follow() {
        store.acknowledge(new Acks(1, 2));

        verifyInVirtualTime(() -> change.change(to(12L, 0)))
                .expectSubscription()
                .expectNoEvent(ACK_WAIT.minus(ACK_EVERY))
                .thenAwait(ACK_EVERY.multipliedBy(2))
                .assertNext(outcome -> assertAcks(outcome, 1, 2))
                .verifyComplete();
    }

    @Test
    void a_change_whose_followers_cannot_be_counted_is_a_change_all_the_same() {
        store.failAcks(new DataAccessResourceFailureException("the database is away"));

        StepVerifier.create(change.change(to(12L, 0)))
                .assertNext(outcome -> assertAcks(outcome, 0, 0))
                .verifyComplete();
    }

    @Test
    void refuses_a_limit_that_nobody_defined() {
        StepVerifier.create(change.change(new LimitChange("gate.intake.widht", 9L, 0, "why", "asha", null)))
                .expectNext(new ChangeOutcome.Unknown("gate.intake.widht"))
                .verifyComplete();
    }

    @Test
    void refuses_what_is_out_of_bounds_without_writing_anything() {
        StepVerifier.create(change.change(to(65L, 0)))
                .expectNext(new ChangeOutcome.OutOfBounds(Limits.DEFINITION, 65))
                .verifyComplete();

        assertThat(store.writes()).isEmpty();
        assertThat(Limits.valueIn(limits)).isEqualTo(8);
    }

    @Test
    void a_change_that_is_overtaken_between_reading_and_writing_is_stale() {
        store.overtake(ChangeRules.changed(Limits.DEFINITION, null, to(20L, 0), Limits.NOW));

        StepVerifier.create(change.change(to(12L, 0)))
                .assertNext(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                ChangeOutcome.Stale.class,
                                stale -> assertThat(stale.current())
                                        .returns(20L, LimitView::value)
                                        .returns(1L, LimitView::version)))
                .verifyComplete();

        assertThat(Limits.valueIn(limits)).isEqualTo(20);
    }

    @Test
    void reverts_what_has_expired_before_anything_else_so_that_the_audit_has_it() {
        Duration ttl = Duration.ofMinutes(10);
        store.has(ChangeRules.changed(Limits.DEFINITION, null, Limits.forAWhile(32, 0, ttl), Limits.NOW.minus(ttl)));

        StepVerifier.create(change.change(to(16L, 1)))
                .expectNextMatches(outcome -> outcome instanceof ChangeOutcome.Stale)
                .verifyComplete();

        assertThat(store.writes())
                .extracting(LimitWrite::kind)
                .containsExactly(ChangeKind.CHANGED, ChangeKind.REVERTED);
    }

    @Test
    void fails_when_the_database_is_away_and_changes_nothing() {
        store.failReads(new DataAccessResourceFailureException("the database is away"));

        StepVerifier.create(change.change(to(12L, 0))).verifyError(DataAccessResourceFailureException.class);

        assertThat(Limits.valueIn(limits)).isEqualTo(8);
    }

    @Test
    void a_caller_that_leaves_does_not_undo_the_change() {
        store.acknowledge(new Acks(1, 1));
        Sinks.Empty<Void> release = Sinks.empty();
        store.holdWritesUntil(release.asMono());

        StepVerifier.create(change.change(to(12L, 0)))
                .expectSubscription()
                .thenCancel()
                .verify();
        assertThat(Limits.valueIn(limits)).isEqualTo(8);
        release.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);

        assertThat(Limits.valueIn(limits)).isEqualTo(12);
    }

    private ChangeLimit changing() {
        ControlMeter meter = new ControlMeter(new SimpleMeterRegistry());
        ReplicaIdentity replica = new ReplicaIdentity("api-1", "api", Limits.NOW);
        AppliedLimits applied = new AppliedLimits(limits, System::nanoTime);
        FollowLimits following = new FollowLimits(limits, store, store, applied, replica, meter);
        return new ChangeLimit(limits, following, store, store, Settings.waiting(ACK_WAIT, ACK_EVERY), meter);
    }

    private static StepVerifier.FirstStep<ChangeOutcome> verifyInVirtualTime(Supplier<Mono<ChangeOutcome>> outcome) {
        return StepVerifier.withVirtualTime(outcome);
    }

    private static void assertAcks(ChangeOutcome outcome, int applied, int replicas) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ChangeOutcome.Changed.class,
                        changed -> assertThat(changed.change())
                                .returns(applied, ChangedLimit::applied)
                                .returns(replicas, ChangedLimit::replicas));
    }
}
