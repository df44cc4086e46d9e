package com.byajbook.platform.overload.admission;

/**
 * How many a gate finishes when it is asked for more than it can do, learnt from slices of half a second in which somebody was
 * refused.
 *
 * <p>The width divided by the mean time in service says it too, of a resource that is no slower when many use it. A
 * processor that everybody shares is not of that kind: on a quiet day each is done in a tenth of the time that it takes in a
 * spike, and the width alone would promise ten times what can be kept.
 *
 * <p>A slice in which hardly anybody was refused says little about the most that can be done, so it counts by the part that
 * was refused; more done than was thought possible, and nobody refused, is believed at once; and where nothing at all was
 * done, something stands still, which says nothing of how fast it goes on.
 */
final class Throughput {

    private static final long SLICE_NANOS = Calendar.SLICE_NANOS;
    private static final double NANOS = 1e9;
    private static final double WEIGHT = 0.25;

    /** As long as it is nearly used up without a refusal, a little more is tried. */
    private static final double NEARLY = 0.9;

    private static final double GROWTH = 1.05;
    private static final int NUMBERS = 5;

    private long slice;
    private long done;
    private long refused;
    private long doneBefore;
    private double mostASlice;

    Throughput(long[] state) {
        if (state.length != NUMBERS) {
            throw new IllegalArgumentException("the state of a throughput has " + NUMBERS + " numbers");
        }
        slice = state[0];
        done = state[1];
        refused = state[2];
        doneBefore = state[3];
        mostASlice = Double.longBitsToDouble(state[4]);
    }

    /** One of which nothing has been seen. */
    static long[] fresh(long now) {
        return new long[] {Math.floorDiv(now, SLICE_NANOS), 0, 0, 0, Double.doubleToLongBits(0)};
    }

    long[] state() {
        return new long[] {slice, done, refused, doneBefore, Double.doubleToLongBits(mostASlice)};
    }

    void done(long now) {
        turn(now);
        done++;
    }

    void refused(long now) {
        turn(now);
        refused++;
    }

    /**
     * The most that is finished in a second, as far as is known: at the first refusals that is what was finished lately.
     *
     * @param atMost what the width allows
     */
    double perSecond(long now, double atMost) {
        turn(now);
        if (mostASlice > 0) {
            return Math.min(atMost, mostASlice * NANOS / SLICE_NANOS);
        }
        return refused == 0 ? atMost : Math.min(atMost, Math.max(1, Math.max(done, doneBefore)) * NANOS / SLICE_NANOS);
    }

    private void turn(long now) {
        long current = Math.floorDiv(now, SLICE_NANOS);
        if (current <= slice) {
            return;
        }
        learn();
        doneBefore = current == slice + 1 ? done : 0;
        slice = current;
        done = 0;
        refused = 0;
    }

    private void learn() {
        if (mostASlice == 0) {
            mostASlice = refused > 0 ? done : 0;
        } else if (refused == 0) {
            mostASlice = Math.max(done, done < NEARLY * mostASlice ? mostASlice : mostASlice * GROWTH);
        } else if (done > 0) {
            double part = done > mostASlice ? 1 : (double) refused / (refused + done);
            mostASlice += WEIGHT * part * (done - mostASlice);
        }
    }
}
