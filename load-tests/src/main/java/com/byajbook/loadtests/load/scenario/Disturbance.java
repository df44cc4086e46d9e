package com.byajbook.loadtests.load.scenario;

import com.byajbook.loadtests.load.trouble.Trouble;

/**
 * When something goes wrong.
 *
 * @param from part of the measured run at which it begins, from 0 to 1
 * @param to part at which it ends
 */
public record Disturbance(Trouble trouble, double from, double to) {
    public Disturbance {
        if (!(0 <= from && from < to && to <= 1)) {
            throw new IllegalArgumentException("from " + from + " to " + to + " is not a part of a run");
        }
    }

    public int firstSecond(int seconds) {
        return (int) Math.round(from * seconds);
    }

    /** The first second without it. */
    public int endSecond(int seconds) {
        return (int) Math.round(to * seconds);
    }
}
