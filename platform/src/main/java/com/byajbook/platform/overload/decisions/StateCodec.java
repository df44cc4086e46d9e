package com.byajbook.platform.overload.decisions;

import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.overload.admission.GateState;
import com.byajbook.platform.overload.admission.Ticket;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A gate's state and its bounds as bytes. */
final class StateCodec {

    private static final int LIMITS_AT_MOST = 80;
    private static final int HEAD_AT_MOST = 40;
    private static final int NUMBER_AT_MOST = 10;
    private static final int HELD_AT_MOST = 64;
    private static final TrafficClass[] CLASSES = TrafficClass.values();

    private StateCodec() {}

    static void putState(LogBuffer buffer, GateState state) {
        putLimits(buffer, state.limits());
        buffer.room(HEAD_AT_MOST);
        buffer.putUnsigned(state.lastId());
        buffer.putFixed(Double.doubleToLongBits(state.meanServiceNanos()));
        buffer.putSigned(state.lastProgressNanos());
        buffer.putUnsigned(state.starts());
        putNumbers(buffer, state.throughput());
        putNumbers(buffer, state.appointments());
        putHeld(buffer, state.running());
        putHeld(buffer, state.waiting());
    }

    static GateState getState(LogCursor cursor) {
        GateLimits limits = getLimits(cursor);
        long lastId = cursor.getUnsigned();
        double mean = Double.longBitsToDouble(cursor.getFixed());
        long lastProgress = cursor.getSigned();
        long starts = cursor.getUnsigned();
        long[] throughput = getNumbers(cursor);
        long[] appointments = getNumbers(cursor);
        return new GateState(
                limits, lastId, mean, lastProgress, starts, throughput, appointments, getHeld(cursor), getHeld(cursor));
    }

    static void putLimits(LogBuffer buffer, GateLimits limits) {
        buffer.room(LIMITS_AT_MOST);
        buffer.putUnsigned(limits.width());
        buffer.putUnsigned(limits.maxQueued());
        for (TrafficClass trafficClass : CLASSES) {
            buffer.putSigned(limits.targets().of(trafficClass).toNanos());
        }
        buffer.putUnsigned(limits.floorEvery());
        buffer.putSigned(limits.longestAppointment().toNanos());
    }

    static GateLimits getLimits(LogCursor cursor) {
        int width = cursor.getInt();
        int maxQueued = cursor.getInt();
        Duration critical = Duration.ofNanos(cursor.getSigned());
        Duration high = Duration.ofNanos(cursor.getSigned());
        Duration normal = Duration.ofNanos(cursor.getSigned());
        Duration low = Duration.ofNanos(cursor.getSigned());
        int floorEvery = cursor.getInt();
        Duration longest = Duration.ofNanos(cursor.getSigned());
        if (width < 1 || longest.isNegative()) {
            throw DecisionLogException.damaged("it names bounds that no gate can have");
        }
        return new GateLimits(
                width, maxQueued, new GateLimits.Targets(critical, high, normal, low), floorEvery, longest);
    }

    static TrafficClass classOf(int index) {
        if (index >= CLASSES.length) {
            throw DecisionLogException.damaged("it names a class that does not exist");
        }
        return CLASSES[index];
    }

    private static void putHeld(LogBuffer buffer, List<GateState.Held> tickets) {
        buffer.room(HELD_AT_MOST);
        buffer.putUnsigned(tickets.size());
        for (GateState.Held ticket : tickets) {
            buffer.room(HELD_AT_MOST);
            buffer.putUnsigned(ticket.id());
            buffer.put(ticket.trafficClass().ordinal());
            buffer.putSigned(ticket.arrivedNanos());
            buffer.putSigned(ticket.startedNanos());
            buffer.put(ticket.deadlineNanos() == Ticket.NO_DEADLINE ? 0 : 1);
            if (ticket.deadlineNanos() != Ticket.NO_DEADLINE) {
                buffer.putSigned(ticket.deadlineNanos());
            }
            buffer.putSigned(ticket.expiresNanos());
        }
    }

    private static List<GateState.Held> getHeld(LogCursor cursor) {
        int count = cursor.getCount();
        List<GateState.Held> tickets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tickets.add(new GateState.Held(
                    cursor.getUnsigned(),
                    classOf(cursor.get()),
                    cursor.getSigned(),
                    cursor.getSigned(),
                    cursor.get() == 0 ? Ticket.NO_DEADLINE : cursor.getSigned(),
                    cursor.getSigned()));
        }
        return tickets;
    }

    private static void putNumbers(LogBuffer buffer, long[] numbers) {
        buffer.room(NUMBER_AT_MOST * (numbers.length + 1));
        buffer.putUnsigned(numbers.length);
        for (long number : numbers) {
            buffer.putSigned(number);
        }
    }

    private static long[] getNumbers(LogCursor cursor) {
        long[] numbers = new long[cursor.getCount()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = cursor.getSigned();
        }
        return numbers;
    }
}
