package com.byajbook.platform.overload.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People who come, leave and finish in a random order, while bounds change; after each step what must hold is checked. */
public final class RandomCrowd implements Effects {

    private static final TrafficClass[] CLASSES = TrafficClass.values();
    private static final long MILLI = 1_000_000L;

    /** Bounds to begin with. */
    public static final GateLimits LIMITS = new GateLimits(
            4,
            20,
            new GateLimits.Targets(
                    Duration.ofMillis(200), Duration.ofMillis(100), Duration.ofMillis(60), Duration.ofMillis(40)),
            16,
            Duration.ofSeconds(5));

    private final AdmissionQueue queue;
    private final Random random;
    private final Set<Ticket> running = new LinkedHashSet<>();
    private final Set<Ticket> waiting = new LinkedHashSet<>();
    private final Set<Ticket> ended = new HashSet<>();
    private final Set<Long> ids = new HashSet<>();
    private final Set<Reason> reasons = new HashSet<>();
    private @Nullable Ticket coming;
    private long now = -5 * MILLI;
    private long refusals;
    private boolean isLowered;

    /** A crowd at a new gate. */
    public RandomCrowd(long seed, Journal journal) {
        this.random = new Random(seed);
        this.queue = new AdmissionQueue("intake", GateState.fresh(LIMITS, now, 10 * MILLI), journal);
    }

    /** One event, and the checks. */
    public void step() {
        now += (long) (Math.abs(random.nextGaussian()) * 2 * MILLI);
        if (random.nextInt(200) == 0) {
            now += random.nextInt(400) * MILLI;
        }
        int dice = random.nextInt(1000);
        if (dice < 480) {
            arrive();
        } else if (dice < 530) {
            lookAhead();
        } else if (dice < 940) {
            finish();
        } else if (dice < 970) {
            leave();
        } else if (dice < 995) {
            queue.sweep(now, this);
        } else {
            limit();
        }
        check();
    }

    /** Why people were refused. */
    public Set<Reason> reasons() {
        return reasons;
    }

    long refusals() {
        return refusals;
    }

    private void arrive() {
        Ticket ticket = new Ticket(anyClass(), anyDeadline(), anyDelay());
        coming = ticket;
        queue.arrive(now, ticket, this);
        coming = null;
        assertThat(ids.add(ticket.id())).as("a number given once").isTrue();
        if (!running.contains(ticket) && !ended.contains(ticket)) {
            waiting.add(ticket);
        }
    }

    private void lookAhead() {
        Refusal refusal = queue.turnAway(now, anyClass(), anyDeadline(), anyDelay(), this);
        if (refusal != null) {
            note(refusal);
        }
    }

    private void finish() {
        Ticket ticket = any(running);
        if (ticket != null) {
            end(ticket, running);
            queue.finish(now, ticket, random.nextInt(8) > 0, this);
        }
    }

    private void leave() {
        Ticket ticket = any(waiting);
        if (ticket != null) {
            end(ticket, waiting);
            queue.leave(now, ticket);
            queue.leave(now, ticket);
        }
    }

    private void limit() {
        GateLimits before = queue.limits();
        GateLimits after = before.withWidth(1 + random.nextInt(8))
                .withMaxQueued(random.nextInt(30))
                .withFloorEvery(random.nextInt(3) * 8)
                .withTarget(anyClass(), Duration.ofMillis(random.nextInt(300)));
        isLowered = true;
        queue.limit(now, after, this);
    }

    private TrafficClass anyClass() {
        return CLASSES[random.nextInt(CLASSES.length)];
    }

    private long anyDelay() {
        return random.nextInt(4) == 0 ? random.nextInt(250) * MILLI : 0;
    }

    private long anyDeadline() {
        return random.nextInt(3) == 0 ? now + (random.nextInt(220) - 10) * MILLI : Ticket.NO_DEADLINE;
    }

    private @Nullable Ticket any(Set<Ticket> tickets) {
        if (tickets.isEmpty()) {
            return null;
        }
        List<Ticket> all = new ArrayList<>(tickets);
        return all.get(random.nextInt(all.size()));
    }

    private void end(Ticket ticket, Set<Ticket> from) {
        assertThat(from.remove(ticket)).as("was where it left from").isTrue();
        assertThat(ended.add(ticket)).as("one end").isTrue();
    }

    @Override
    public void start(Ticket ticket) {
        assertThat(running.size()).as("at work").isLessThan(queue.limits().width());
        assertThat(ended).doesNotContain(ticket);
        assertThat(ticket == coming || waiting.remove(ticket)).isTrue();
        assertThat(ticket.deadlineNanos()).as("its deadline").isGreaterThanOrEqualTo(now);
        running.add(ticket);
    }

    @Override
    public void refuse(Ticket ticket, Refusal refusal) {
        assertThat(ticket == coming || waiting.remove(ticket)).isTrue();
        assertThat(ended.add(ticket)).as("one end").isTrue();
        assertThat(refusal.trafficClass()).isEqualTo(ticket.trafficClass());
        note(refusal);
    }

    private void note(Refusal refusal) {
        refusals++;
        reasons.add(refusal.reason());
        assertThat(refusal.gate()).isEqualTo("intake");
        assertThat(refusal.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofMillis(5500));
        assertThat(refusal.estimatedWait()).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    private void check() {
        assertThat(queue.running()).isEqualTo(running.size());
        assertThat(queue.queued()).isEqualTo(waiting.size());
        if (queue.queued() > 0) {
            assertThat(queue.running())
                    .as("idle while somebody waits")
                    .isGreaterThanOrEqualTo(queue.limits().width());
        }
        if (queue.running() <= queue.limits().width()
                && queue.queued() <= queue.limits().maxQueued()) {
            isLowered = false;
        }
        assertThat(isLowered
                        || queue.running() <= queue.limits().width()
                                && queue.queued() <= queue.limits().maxQueued())
                .as("within the bounds, unless those were lowered")
                .isTrue();
    }
}
