package com.byajbook.platform.control;

import static com.byajbook.platform.control.Limits.forAWhile;
import static com.byajbook.platform.control.Limits.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.pipe.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two replicas of a service over one real database. */
class ControlPlaneIT {

    private static final Map<String, String> PATIENT = Map.of("byajbook.control.ack-wait", "10s");
    private static final Map<String, String> WITHOUT_POLL =
            Map.of("byajbook.control.ack-wait", "10s", "byajbook.control.poll", Replica.NEVER);

    private final String database = Replica.freshDatabase();
    private Replica one = Replica.start(database, PATIENT);
    private Replica other = Replica.start(database, WITHOUT_POLL);

    @BeforeEach
    void bothListen() {
        await().until(() -> one.isListening() && other.isListening());
    }

    @AfterEach
    void stop() {
        other.close();
        one.close();
    }

    @Test
    void a_change_on_one_replica_is_followed_and_acknowledged_by_the_other_without_any_poll() {
        ChangedLimit change = one.changed(to(12L, 0));

        assertThat(change.applied()).isEqualTo(2);
        assertThat(change.replicas()).isEqualTo(2);
        assertThat(change.limit())
                .returns(12L, LimitView::value)
                .returns(1L, LimitView::version)
                .returns("Diwali", LimitView::reason)
                .returns("asha", LimitView::changedBy);
        assertThat(one.value()).isEqualTo(12);
        assertThat(other.value()).isEqualTo(12);
        assertThat(other.limit()).isEqualTo(one.limit());
    }

    @Test
    void every_change_and_every_refusal_is_what_the_audit_says_it_is() {
        assertThat(one.changed(to(12L, 0)).limit().version()).isEqualTo(1);
        assertThat(other.changed(to(16L, 1)).limit().version()).isEqualTo(2);
        assertThat(one.change(to(20L, 1))).isInstanceOf(ChangeOutcome.Stale.class);
        assertThat(one.change(to(65L, 2))).isInstanceOf(ChangeOutcome.OutOfBounds.class);
        assertThat(one.changed(to(null, 2)).limit().value()).isEqualTo(8);

        assertThat(other.changes().service()).isEqualTo("shop");
        assertThat(other.changes().changes())
                .extracting(ChangeView::version, ChangeView::from, ChangeView::to, ChangeView::changedBy)
                .containsExactly(tuple(3L, 16L, 8L, "asha"), tuple(2L, 12L, 16L, "asha"), tuple(1L, 8L, 12L, "asha"));
        assertThatThrownBy(() -> one.sql("update limit_change set changed_by = 'nobody'"))
                .hasMessageContaining("never changed");
    }

    @Test
    void of_changes_at_once_with_the_same_version_exactly_one_wins() {
        List<ChangeOutcome> outcomes = Replica.get(Flux.range(1, 16)
                .flatMap(i -> (i % 2 == 0 ? one : other).bean(ChangeLimit.class).change(to((long) i, 0)), 16)
                .collectList());

        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof ChangeOutcome.Changed)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof ChangeOutcome.Stale)
                .hasSize(15);
        assertThat(one.changes().changes()).hasSize(1);
        await().untilAsserted(() -> assertThat(List.of(one.value(), other.value()))
                .containsOnly(one.limit().value()));
    }

    @Test
    void a_temporary_change_reverts_once_on_all_replicas() {
        other.close();
        other = Replica.start(database, Map.of("byajbook.control.poll", "100ms"));

        assertThat(one.changed(forAWhile(32, 0, Duration.ofSeconds(1))).limit())
                .returns(32L, LimitView::value)
                .returns(8L, LimitView::revertsTo);
        await().untilAsserted(
                        () -> assertThat(List.of(one.value(), other.value())).containsOnly(8L));
        await().untilAsserted(() -> assertThat(one.limit())
                .returns(8L, LimitView::value)
                .returns(2L, LimitView::version)
                .returns(null, LimitView::expiresAt));

        assertThat(one.changes().changes())
                .extracting(ChangeView::kind, ChangeView::from, ChangeView::to, ChangeView::reason)
                .containsExactly(
                        tuple(ChangeKind.REVERTED, 32L, 8L, "reverted automatically"),
                        tuple(ChangeKind.CHANGED, 8L, 32L, "just a try"));
    }

    @Test
    void replicas_that_find_an_expired_limit_at_the_same_time_revert_it_once() {
        assertThat(one.changed(forAWhile(32, 0, Duration.ofDays(1))).applied()).isEqualTo(2);
        one.sql("update live_limit set expires_at = now() - interval '1 second'");

        List<StoredState> states = Replica.get(Flux.range(0, 20)
                .flatMap(
                        i -> (i % 2 == 0 ? one : other).bean(FollowLimits.class).follow(), 20)
                .collectList());

        assertThat(states)
                .allSatisfy(state -> assertThat(state.find(Limits.WIDTH)).get().returns(2L, StoredLimit::version));
        assertThat(one.count("select count(*) from limit_change where kind = 'REVERTED'"))
                .isEqualTo(1);
    }

    @Test
    void a_value_that_expired_while_no_replica_ran_is_never_applied() {
        assertThat(one.changed(forAWhile(32, 0, Duration.ofDays(1))).applied()).isEqualTo(2);
        other.close();
        one.sql("update live_limit set expires_at = now() - interval '1 second'");
        one.close();

        one = Replica.start(database, PATIENT);
        other = Replica.start(database, WITHOUT_POLL);

        assertThat(one.value()).isEqualTo(8);
        assertThat(other.value()).isEqualTo(8);
        assertThat(one.count("select count(*) from limit_change where kind = 'REVERTED'"))
                .isEqualTo(1);
    }

    @Test
    void a_replica_that_starts_applies_what_is_stored_before_it_takes_work() {
        assertThat(one.changed(to(12L, 0)).applied()).isEqualTo(2);

        try (Replica third = Replica.start(database, PATIENT)) {
            assertThat(third.value()).isEqualTo(12);
            assertThat(third.changed(to(14L, 1)).replicas()).isEqualTo(3);
        }
    }

    @Test
    void a_change_waits_for_a_silent_replica_no_longer_than_it_must_and_says_so() {
        one.close();
        one = Replica.start(database, Map.of("byajbook.control.ack-wait", "300ms"));
        one.sql("""
                insert into replica (id, service, started_at, seen_at, applied_version, stages)
                values ('shop-stopped', 'shop', now(), now() + interval '1 hour', 0, '[]')
                """);

        ChangedLimit change = one.changed(to(12L, 0));

        assertThat(change.applied()).isLessThan(change.replicas());
        assertThat(change.replicas()).isEqualTo(3);
    }

    @Test
    void replicas_tell_what_they_have_applied_and_how_full_their_stages_are() {
        assertThat(one.changed(to(12L, 0)).applied()).isEqualTo(2);

        ServiceReplicas live = one.replicas();

        assertThat(live.service()).isEqualTo("shop");
        assertThat(live.replicas()).hasSize(2).allSatisfy(replica -> {
            assertThat(replica.replica()).startsWith("shop-");
            assertThat(replica.appliedVersion()).isEqualTo(1);
            assertThat(replica.stages()).extracting(Stage::name).contains("intake", "relay");
        });
    }

    @Test
    void a_replica_that_stops_says_goodbye() {
        assertThat(one.replicas().replicas()).hasSize(2);

        other.close();

        assertThat(one.replicas().replicas()).hasSize(1);
        assertThat(one.changed(to(12L, 0)).replicas()).isEqualTo(1);
    }

    @Test
    void an_operator_can_change_a_limit_while_requests_hold_every_connection() {
        Mono<Void> hog = Flux.range(0, 8)
                .flatMap(
                        i -> one.bean(DatabaseClient.class)
                                .sql("select pg_sleep(4)")
                                .then(),
                        8)
                .then();

        Mono<ChangedLimit> change = Mono.delay(Duration.ofMillis(500))
                .then(Mono.defer(() -> one.bean(ChangeLimit.class).change(to(12L, 0))))
                .map(ChangeOutcome::getOrThrow);

        assertThat(Replica.get(Flux.firstWithSignal(
                                        hog.onErrorResume(Exception.class, e -> Mono.never())
                                                .thenMany(Flux.<ChangedLimit>empty()),
                                        change)
                                .next())
                        .applied())
                .isEqualTo(2);
    }

    @Test
    void entries_older_than_the_retention_are_forgotten() {
        assertThat(one.changed(to(12L, 0)).applied()).isEqualTo(2);
        one.sql("""
                insert into limit_change (version, limit_name, limit_version, kind, reason, changed_by, changed_at)
                select -n, 'gate.gone.width', n, 'CHANGED', 'long ago', 'asha', now() - interval '401 days'
                  from generate_series(1, 30) as n
                """);
        ChangeLog changes = one.bean(ChangeLog.class);

        assertThat(Replica.get(changes.forget(Duration.ofDays(400), 20))).isEqualTo(20);
        assertThat(Replica.get(changes.forget(Duration.ofDays(400), 20))).isEqualTo(10);
        assertThat(one.changes().changes()).hasSize(1);
    }
}
