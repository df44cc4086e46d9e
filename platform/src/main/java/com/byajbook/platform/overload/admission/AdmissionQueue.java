package com.byajbook.platform.overload.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may use a resource of known width, and when: by promise.
 *
 * <p>Who comes is told how long the wait would be: what is ahead in its class or above, times the mean time in service,
 * divided by the width. If that is more than its class is promised or its own deadline allows, it is refused at once and
 * costs nothing; otherwise it waits, behind those who matter more and before those who matter less. A full queue takes a
 * more important one by sending away the newest of the least important. What waited too long is dropped unserved.
 *
 * <p>Plain: times are handed in as nanoseconds of any one clock, what follows goes to {@link Effects}, and nothing here
 * knows of threads. The owner guards it with a lock. An event costs a constant number of steps, and one more for each
 * that it ends.
 */
public final class AdmissionQueue {

    /** One that waits is given up at this multiple of its target: the estimate may be wrong by that much. */
    private static final int PATIENCE = 2;

    private static final int HOPELESS_AT_ONCE = 2;

    /** A gate is busy when at least one place in so many is taken. */
    private static final int BUSY_PART = 8;

    private final String name;
    private final Journal journal;
    private final WaitingLine line = new WaitingLine();
    private final ClassQueue running = new ClassQueue();
    private final Pace pace;
    private final RefusalWords words;
    private GateLimits limits;
    private long lastId;
    private long starts;

    /** A gate that goes on from a state, as that of {@link GateState#fresh}. */
    public AdmissionQueue(String name, GateState state, Journal journal) {
        this.name = name;
        this.journal = journal;
        this.limits = state.limits();
        this.pace = new Pace(state);
        this.words = new RefusalWords(name, pace);
        this.lastId = state.lastId();
        this.starts = state.starts();
        state.running().forEach(held -> running.add(held.revive(Ticket.State.RUNNING)));
        state.waiting().forEach(held -> line.add(held.revive(Ticket.State.WAITING)));
    }

    /** Somebody comes: is let in, waits, or is refused; others may be displaced by it. */
    public void arrive(long now, Ticket ticket, Effects effects) {
        sweep(now, effects);
        ticket.id = ++lastId;
        ticket.arrivedNanos = now;
        journal.arrived(now, ticket.id, ticket.trafficClass(), ticket.deadlineNanos(), ticket.lateNanos());
        pace.arrived(now, limits.width());
        Refusal refusal = refusalOf(now, ticket.trafficClass(), ticket.deadlineNanos(), ticket.lateNanos(), ticket.id);
        if (refusal != null) {
            sendAway(now, ticket, refusal, effects);
        } else if (isOpen()) {
            start(now, ticket, effects);
        } else {
            await(now, ticket, effects);
        }
    }

    /**
     * Looks ahead: the refusal that somebody would get who came now, or null when it would be let in or wait. A refusal
     * counts as one, so the caller must pass it on.
     *
     * @param lateNanos how long it has waited already before the gate could see it
     */
    public @Nullable Refusal turnAway(
            long now, TrafficClass trafficClass, long deadlineNanos, long lateNanos, Effects effects) {
        sweep(now, effects);
        if (isOpen() && deadlineNanos == Ticket.NO_DEADLINE && lateNanos == 0) {
            return null;
        }
        Refusal refusal = refusalOf(now, trafficClass, deadlineNanos, lateNanos, lastId + 1);
        if (refusal != null) {
            lastId++;
            journal.arrived(now, lastId, trafficClass, deadlineNanos, lateNanos);
            pace.arrived(now, limits.width());
            journal.refused(now, lastId, refusal);
        }
        return refusal;
    }

    /**
     * The permit of one that was started comes back.
     *
     * @param completed whether the time it took says something about the next one; a failure or a cancel does not
     * @throws IllegalStateException when it has none: a permit is given back once
     */
    public void finish(long now, Ticket ticket, boolean completed, Effects effects) {
        journal.settled(this);
        if (ticket.state != Ticket.State.RUNNING) {
            throw new IllegalStateException("ticket " + ticket.id + " of gate " + name + " has no permit to give back");
        }
        journal.finished(now, ticket.id, completed);
        ticket.state = Ticket.State.ENDED;
        running.remove(ticket);
        if (completed) {
            pace.completed(now, now - ticket.startedNanos);
        } else {
            pace.ended(now);
        }
        startWaiting(now, effects);
    }

    /** One that waits gives up; nothing happens when it does not wait any more. */
    public void leave(long now, Ticket ticket) {
        if (ticket.state == Ticket.State.WAITING) {
            journal.settled(this);
            journal.left(now, ticket.id);
            line.remove(ticket);
            ticket.state = Ticket.State.ENDED;
        }
    }

    /** Drops those whose time is over; every arrival does it too, so this is for a gate at which nothing else happens. */
    public void sweep(long now, Effects effects) {
        journal.settled(this);
        if (line.hasExpired(now)) {
            journal.swept(now);
            sweepOldest(now, effects);
        }
    }

    /** Other bounds from now on; those who wait too long by them are not sent away for it. */
    public void limit(long now, GateLimits changed, Effects effects) {
        journal.settled(this);
        journal.limited(now, changed);
        limits = changed;
        startWaiting(now, effects);
    }

    /** How long somebody of this class who came now would wait. */
    public long estimatedWaitNanos(long now, TrafficClass trafficClass) {
        return isOpen() ? 0 : Math.round((ahead(trafficClass) + 1) * pace.intervalNanos(now, limits.width()));
    }

    /** The bounds in force. */
    public GateLimits limits() {
        return limits;
    }

    /** How many have a permit. */
    public int running() {
        return running.size();
    }

    /** How many wait. */
    public int queued() {
        return line.size();
    }

    /** The mean time in service. */
    public Duration meanService() {
        return Duration.ofNanos(Math.round(pace.meanNanos()));
    }

    /** How long the oldest has waited. */
    public long oldestWaitNanos(long now) {
        Ticket oldest = line.longestWaiting();
        return oldest == null ? 0 : now - oldest.arrivedNanos;
    }

    /** All that the next decision depends on. */
    public GateState state() {
        List<GateState.Held> atWork = new ArrayList<>(running.size());
        running.forEach(ticket -> atWork.add(GateState.Held.of(ticket)));
        List<GateState.Held> waiting = new ArrayList<>(line.size());
        line.forEach(ticket -> waiting.add(GateState.Held.of(ticket)));
        return new GateState(
                limits,
                lastId,
                pace.meanNanos(),
                pace.lastProgressNanos(),
                starts,
                pace.throughput(),
                pace.appointments(),
                atWork,
                waiting);
    }

    /** The tickets that run or wait, for one that goes on from a state. */
    public List<Ticket> held() {
        List<Ticket> held = new ArrayList<>(running.size() + line.size());
        running.forEach(held::add);
        line.forEach(held::add);
        return held;
    }

    // --- the promise

    private @Nullable Refusal refusalOf(
            long now, TrafficClass trafficClass, long deadlineNanos, long lateNanos, long id) {
        long wait = estimatedWaitNanos(now, trafficClass);
        if (deadlineNanos != Ticket.NO_DEADLINE && !canFinish(now, wait, deadlineNanos)) {
            return words.deadlineTooNear(now, trafficClass, wait, Math.max(0, deadlineNanos - now), limits, id);
        }
        long inAll = isBusy() ? lateNanos + wait : wait;
        if (inAll > limits.targets().of(trafficClass).toNanos()) {
            return words.waitTooLong(now, trafficClass, inAll, limits, id);
        }
        if (!isOpen() && isLineFull() && line.newestBelow(trafficClass) == null) {
            return words.queueFull(now, trafficClass, wait, limits, id);
        }
        return null;
    }

    /** With nobody at work the mean may be of another day: then one is let in to find out. */
    private boolean canFinish(long now, long wait, long deadlineNanos) {
        long left = deadlineNanos - now;
        return left > 0 && (running.size() == 0 || wait + pace.meanNanos() <= left);
    }

    /** Who comes late while hardly anybody is at work was kept by a pause, which nobody's refusal would shorten. */
    private boolean isBusy() {
        return BUSY_PART * running.size() >= limits.width();
    }

    private boolean isOpen() {
        return line.size() == 0 && running.size() < limits.width();
    }

    private boolean isLineFull() {
        return line.size() >= limits.maxQueued();
    }

    /** What is served before one of this class that comes now, the floor's share of the less important included. */
    private double ahead(TrafficClass trafficClass) {
        int before = line.upTo(trafficClass);
        boolean floored = limits.floorEvery() > 0 && line.size() > before;
        return floored ? before + (double) before / limits.floorEvery() : before;
    }

    // --- letting in

    private void await(long now, Ticket ticket, Effects effects) {
        Ticket victim = isLineFull() ? line.newestBelow(ticket.trafficClass()) : null;
        if (victim != null) {
            displace(now, victim, effects);
        }
        long patience = PATIENCE * limits.targets().of(ticket.trafficClass()).toNanos();
        ticket.expiresNanos = Math.min(ticket.deadlineNanos(), now + patience);
        ticket.state = Ticket.State.WAITING;
        line.add(ticket);
        displaceHopeless(now, ticket.trafficClass(), effects);
    }

    private void startWaiting(long now, Effects effects) {
        while (running.size() < limits.width()) {
            Ticket ticket = isFloorsTurn() ? line.longestWaiting() : line.mostImportant();
            if (ticket == null) {
                return;
            }
            line.remove(ticket);
            if (now > ticket.expiresNanos) {
                sendAway(now, ticket, words.expired(now, ticket, limits), effects);
            } else {
                start(now, ticket, effects);
            }
        }
    }

    private boolean isFloorsTurn() {
        return limits.floorEvery() > 0 && starts % limits.floorEvery() == limits.floorEvery() - 1;
    }

    private void start(long now, Ticket ticket, Effects effects) {
        ticket.state = Ticket.State.RUNNING;
        ticket.startedNanos = now;
        running.add(ticket);
        starts++;
        if (running.size() >= limits.width()) {
            pace.filledUp(now);
        }
        journal.started(now, ticket.id);
        effects.start(ticket);
    }

    // --- sending away

    /** Whoever cannot be served in time any more because of the newcomer is told so now, not when its time is over. */
    private void displaceHopeless(long now, TrafficClass newcomer, Effects effects) {
        double interval = pace.intervalNanos(now, limits.width());
        for (int i = 0; i < HOPELESS_AT_ONCE; i++) {
            Ticket last = line.newestBelow(newcomer);
            if (last == null || now + ahead(last.trafficClass()) * interval <= last.expiresNanos) {
                return;
            }
            displace(now, last, effects);
        }
    }

    private void displace(long now, Ticket victim, Effects effects) {
        long wait = estimatedWaitNanos(now, victim.trafficClass());
        line.remove(victim);
        sendAway(now, victim, words.displaced(now, victim, wait, limits), effects);
    }

    private void sweepOldest(long now, Effects effects) {
        for (int index = 0; index < TrafficClass.COUNT; index++) {
            Ticket expired = line.expired(index, now);
            while (expired != null) {
                line.remove(expired);
                sendAway(now, expired, words.expired(now, expired, limits), effects);
                expired = line.expired(index, now);
            }
        }
    }

    private void sendAway(long now, Ticket ticket, Refusal refusal, Effects effects) {
        ticket.state = Ticket.State.ENDED;
        journal.refused(now, ticket.id, refusal);
        effects.refuse(ticket, refusal);
    }
}
