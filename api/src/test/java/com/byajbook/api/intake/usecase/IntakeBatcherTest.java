package com.byajbook.api.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.domain.Receipt;
import com.byajbook.platform.deadline.Deadline;
import com.byajbook.platform.deadline.MissedDeadlines;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class IntakeBatcherTest {

    private static final Duration LINGER = Duration.ofMillis(2);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(1);
    private static final int MAX_BATCH = 4;
    private static final int MAX_QUEUED = 10;
    private static final int MAX_IN_FLIGHT = 2;

    private final ScriptedStore store = new ScriptedStore();
    private final List<Call> calls = new ArrayList<>();
    private VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private IntakeBatcher batcher = batcher();

    @BeforeEach
    void holdTime() {
        time = VirtualTimeScheduler.getOrSet();
        batcher = batcher();
    }

    @AfterEach
    void releaseTime() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void commands_that_come_within_the_linger_share_a_transaction() {
        send("a");
        pass(Duration.ofMillis(1));
        send("b");
        assertThat(store.batches).isEmpty();
        pass(Duration.ofMillis(1));

        assertThat(sizes()).containsExactly(2);
        pass(ScriptedStore.USUAL);
        assertThat(calls).allMatch(Call::isAccepted);
    }

    @Test
    void a_full_batch_does_not_linger() {
        sendMany(MAX_BATCH);

        assertThat(sizes()).containsExactly(MAX_BATCH);
    }

    @Test
    void never_more_batches_in_flight_than_allowed_and_what_waits_leaves_together() {
        sendMany(MAX_BATCH);
        sendMany(MAX_BATCH);
        sendMany(3);
        pass(LINGER.multipliedBy(2));

        assertThat(sizes()).containsExactly(MAX_BATCH, MAX_BATCH);
        assertThat(batcher.queued()).isEqualTo(3);
        assertThat(batcher.inFlight()).isEqualTo(MAX_IN_FLIGHT);

        pass(ScriptedStore.USUAL);
        assertThat(sizes()).containsExactly(MAX_BATCH, MAX_BATCH, 3);
        pass(ScriptedStore.USUAL);
        assertThat(calls).allMatch(Call::isAccepted);
        assertThat(batcher.inFlight()).isZero();
    }

    @Test
    void a_full_queue_refuses_with_the_reason_and_a_time() {
        sendMany(MAX_BATCH * MAX_IN_FLIGHT + MAX_QUEUED);
        Call refused = send("one too many");

        assertThat(refused.failure().type()).isEqualTo(ProblemType.OVERLOADED);
        assertThat(refused.failure().members())
                .containsEntry("reason", "intake.batcher-full")
                .containsEntry("limitValue", 10L);
        assertThat(refused.failure().retryAfter().orElseThrow())
                .isBetween(Duration.ofMillis(250), Duration.ofMillis(375));
        assertThat(batcher.queued()).isEqualTo(MAX_QUEUED);

        pass(Duration.ofSeconds(1));
        assertThat(calls.stream().filter(Call::isAccepted)).hasSize(MAX_BATCH * MAX_IN_FLIGHT + MAX_QUEUED);
        assertThat(store.rows).hasSize(MAX_BATCH * MAX_IN_FLIGHT + MAX_QUEUED);
    }

    @Test
    void a_waiter_who_leaves_does_not_take_the_batch_along() {
        Call leaving = send("leaving");
        Call staying = send("staying");
        pass(LINGER);
        leaving.subscription.dispose();
        staying.subscription.dispose();
        pass(ScriptedStore.USUAL);

        assertThat(store.rows).hasSize(2);
        assertThat(store.cancelled).isZero();
        assertThat(batcher.inFlight()).isZero();
    }

    @Test
    void a_waiter_who_leaves_the_queue_is_committed_all_the_same() {
        Call leaving = send("leaving");
        leaving.subscription.dispose();
        pass(LINGER.plus(ScriptedStore.USUAL));

        assertThat(store.rows).hasSize(1);
    }

    @Test
    void what_came_too_late_is_dropped_before_it_has_an_effect() {
        sendMany(MAX_BATCH);
        sendMany(MAX_BATCH);
        Call late = send(Commands.applying("late", 1, now()), new Deadline(now().plusMillis(5)));
        Call patient = send(Commands.applying("patient", 1, now()), new Deadline(now().plusMillis(500)));
        pass(Duration.ofMillis(50));

        assertThat(late.failure().type()).isEqualTo(ProblemType.DEADLINE_PASSED);
        assertThat(patient.isAccepted()).isTrue();
        assertThat(store.rows).doesNotContainKey(late.command.id()).containsKey(patient.command.id());
    }

    @Test
    void a_broken_row_fails_alone() {
        store.poison.add("broken");
        Call a = send("a");
        Call broken = send("broken");
        Call b = send("b");
        Call c = send("c");
        pass(Duration.ofSeconds(1));

        assertThat(List.of(a, b, c)).allMatch(Call::isAccepted);
        assertThat(broken.error).isInstanceOf(IntakeStore.RowRefused.class);
        assertThat(store.rows).hasSize(3);
    }

    @Test
    void two_equal_keys_in_one_batch_are_one_command() {
        Call first = send(Commands.applying("same", 7, now()), Deadline.NONE);
        pass(Duration.ofMillis(1));
        Call second = send(Commands.applying("same", 7, now()), Deadline.NONE);
        Call other = send(Commands.applying("same", 8, now()), Deadline.NONE);
        pass(Duration.ofSeconds(1));

        assertThat(sizes()).containsExactly(1);
        assertThat(first.receipt()).isEqualTo(new Receipt(first.command.id(), false));
        assertThat(second.receipt()).isEqualTo(new Receipt(first.command.id(), true));
        assertThat(other.failure().type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void of_two_equal_keys_in_the_same_instant_one_is_told_that_it_was_first() {
        Call first = send(Commands.applying("same", 7, now()), Deadline.NONE);
        Call second = send(Commands.applying("same", 7, now()), Deadline.NONE);
        pass(Duration.ofSeconds(1));

        assertThat(first.receipt()).isEqualTo(new Receipt(first.command.id(), false));
        assertThat(second.receipt()).isEqualTo(new Receipt(first.command.id(), true));
    }

    @Test
    void of_two_equal_keys_in_one_instant_one_was_first_also_when_the_outcome_had_to_be_read_back() {
        store.next(usual -> usual.then(Mono.error(new IllegalStateException("connection reset"))));
        Call first = send(Commands.applying("same", 7, now()), Deadline.NONE);
        Call second = send(Commands.applying("same", 7, now()), Deadline.NONE);
        pass(Duration.ofSeconds(1));

        assertThat(first.receipt()).isEqualTo(new Receipt(first.command.id(), false));
        assertThat(second.receipt()).isEqualTo(new Receipt(first.command.id(), true));
    }

    @Test
    void a_key_that_was_accepted_before_gets_the_same_answer() {
        Call first = send(Commands.applying("same", 7, now()), Deadline.NONE);
        pass(Duration.ofSeconds(1));
        Call again = send(Commands.applying("same", 7, now()), Deadline.NONE);
        Call other = send(Commands.applying("same", 8, now()), Deadline.NONE);
        pass(Duration.ofSeconds(1));

        assertThat(again.receipt()).isEqualTo(new Receipt(first.command.id(), true));
        assertThat(other.failure().type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void a_commit_whose_answer_was_lost_is_read_back() {
        store.next(usual -> usual.then(Mono.error(new IllegalStateException("connection reset"))));
        Call a = send("a");
        Call b = send("b");
        pass(Duration.ofSeconds(1));

        assertThat(a.receipt()).isEqualTo(new Receipt(a.command.id(), false));
        assertThat(b.isAccepted()).isTrue();
    }

    @Test
    void a_commit_that_may_yet_happen_asks_for_a_retry_with_the_same_key() {
        store.next(usual -> Mono.error(new IllegalStateException("connection reset")));
        Call lost = send("a");
        pass(Duration.ofSeconds(1));

        assertThat(lost.failure().type()).isEqualTo(ProblemType.OUTCOME_UNKNOWN);
        assertThat(lost.failure().retryAfter()).isPresent();
        Call retry = send("a");
        pass(Duration.ofSeconds(1));
        assertThat(retry.isAccepted()).isTrue();
    }

    @Test
    void an_unknown_outcome_that_cannot_be_read_back_asks_for_a_retry() {
        store.next(usual -> usual.then(Mono.error(new IllegalStateException("connection reset"))));
        store.unreadable = true;
        Call lost = send("a");
        pass(Duration.ofSeconds(1));

        assertThat(lost.failure().type()).isEqualTo(ProblemType.OUTCOME_UNKNOWN);
        store.unreadable = false;
        Call retry = send("a");
        pass(Duration.ofSeconds(1));
        assertThat(retry.receipt()).isEqualTo(new Receipt(lost.command.id(), true));
        assertThat(store.rows).hasSize(1);
    }

    @Test
    void a_hung_commit_frees_its_slot_and_is_not_cancelled() {
        store.next(usual -> Mono.never());
        Call hung = send("a");
        pass(LINGER.plus(COMMIT_TIMEOUT).plus(Duration.ofMillis(1)));

        assertThat(hung.failure().type()).isEqualTo(ProblemType.OUTCOME_UNKNOWN);
        assertThat(store.cancelled).isZero();
        assertThat(batcher.inFlight()).isZero();
        Call next = send("b");
        pass(Duration.ofSeconds(1));
        assertThat(next.isAccepted()).isTrue();
    }

    private IntakeBatcher batcher() {
        IntakeLimits limits = new IntakeLimits(
                IntakeLimits.Mode.GROUP_COMMIT,
                MAX_BATCH,
                LINGER,
                MAX_QUEUED,
                MAX_IN_FLIGHT,
                COMMIT_TIMEOUT,
                1000,
                Duration.ofSeconds(1),
                Duration.ofDays(7),
                Duration.ofMinutes(1),
                100);
        return new IntakeBatcher(
                new BatchCommit(
                        store,
                        COMMIT_TIMEOUT,
                        new VirtualClock(),
                        new MissedDeadlines(new VirtualClock(), new SimpleMeterRegistry())),
                limits,
                time,
                () -> time.now(TimeUnit.NANOSECONDS),
                new IntakeMeter(new SimpleMeterRegistry()));
    }

    private Call send(String key) {
        return send(Commands.applying(key, 100, now()), Deadline.NONE);
    }

    private void sendMany(int count) {
        for (int i = 0; i < count; i++) {
            send(UUID.randomUUID().toString());
        }
    }

    private Call send(Command command, Deadline deadline) {
        Call call = new Call(command, batcher.accept(command).contextWrite(deadline::into));
        calls.add(call);
        return call;
    }

    private void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    private Instant now() {
        return Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
    }

    private List<Integer> sizes() {
        return store.batches.stream().map(List::size).toList();
    }

    /** A request that waits for its answer. */
    private static final class Call {
        private final Command command;
        private final Disposable subscription;
        private @Nullable Receipt receipt;
        private @Nullable Throwable error;

        Call(Command command, Mono<Receipt> answer) {
            this.command = command;
            this.subscription = answer.subscribe(given -> receipt = given, failed -> error = failed);
        }

        boolean isAccepted() {
            return receipt != null && !receipt.replayed();
        }

        Receipt receipt() {
            assertThat(error).isNull();
            assertThat(receipt).isNotNull();
            return receipt == null ? new Receipt(command.id(), true) : receipt;
        }

        Failure failure() {
            assertThat(error).isInstanceOf(Failure.class);
            if (error instanceof Failure failure) {
                return failure;
            }
            throw new AssertionError("no failure");
        }
    }

    private final class VirtualClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
