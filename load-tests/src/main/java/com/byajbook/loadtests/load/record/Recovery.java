package com.byajbook.loadtests.load.record;

import java.util.List;
import java.util.OptionalInt;

/** How long it takes until all is well again and stays so. */
public final class Recovery {
    /** What counts as well: 95 of 100 who arrive get what they came for within the promise. */
    public static final double WELL = 0.95;

    private Recovery() {}

    /**
     * Seconds from the end of a spike or a fault to the first second from which success stays at 95 % to the end of the run; empty if it
     * never does.
     *
     * @param end the first second without the trouble, since the end of the warm-up
     */
    public static OptionalInt seconds(List<Figures.Moment> series, int end) {
        int well = -1;
        for (Figures.Moment moment : series) {
            if (moment.second() < end) {
                continue;
            }
            if (moment.goodShare() < WELL) {
                well = -1;
            } else if (well < 0) {
                well = moment.second();
            }
        }
        return well < 0 ? OptionalInt.empty() : OptionalInt.of(well - end);
    }
}
