package com.byajbook.platform.overload.simulation;

import java.util.Arrays;

/** Virtual time in nanoseconds: what is to happen, in order; at one instant in the order in which it was asked for. */
final class Timeline {

    static final long MILLI = 1_000_000L;
    static final long SECOND = 1_000 * MILLI;

    private long[] times = new long[1024];
    private long[] orders = new long[1024];
    private Runnable[] actions = new Runnable[1024];
    private int size;
    private long asked;
    private long now;

    long now() {
        return now;
    }

    /** After so many nanoseconds. */
    void after(long nanos, Runnable action) {
        at(now + nanos, action);
    }

    void at(long time, Runnable action) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
            actions = Arrays.copyOf(actions, 2 * size);
        }
        int hole = size++;
        long order = asked++;
        while (hole > 0 && isBefore(time, order, (hole - 1) / 2)) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        fill(hole, time, order, action);
    }

    /** All that happens until then, including. */
    void runUntil(long end) {
        while (size > 0 && times[0] <= end) {
            now = times[0];
            take().run();
        }
        now = end;
    }

    private Runnable take() {
        Runnable first = actions[0];
        size--;
        long time = times[size];
        long order = orders[size];
        Runnable action = actions[size];
        int hole = 0;
        int child = earlierChild(hole);
        while (child < size && !isBefore(time, order, child)) {
            move(child, hole);
            hole = child;
            child = earlierChild(hole);
        }
        fill(hole, time, order, action);
        return first;
    }

    private int earlierChild(int parent) {
        int left = 2 * parent + 1;
        int right = left + 1;
        return right < size && isBefore(times[right], orders[right], left) ? right : left;
    }

    private boolean isBefore(long time, long order, int index) {
        return time < times[index] || time == times[index] && order < orders[index];
    }

    private void move(int from, int to) {
        fill(to, times[from], orders[from], actions[from]);
    }

    private void fill(int hole, long time, long order, Runnable action) {
        times[hole] = time;
        orders[hole] = order;
        actions[hole] = action;
    }
}
