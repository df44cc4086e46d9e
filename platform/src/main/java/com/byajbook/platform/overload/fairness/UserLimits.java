package com.byajbook.platform.overload.fairness;

/**
 * What one user may take.
 *
 * @param ratePerSecond how many requests in a second in the long run, above 0
 * @param burst how many at once after a pause, at least 1
 * @param inFlight how many that are not answered yet, at least 1
 */
public record UserLimits(double ratePerSecond, int burst, int inFlight) {

    public UserLimits {
        if (!(ratePerSecond > 0) || burst < 1 || inFlight < 1) {
            throw new IllegalArgumentException("a user may take at least something");
        }
    }
}
