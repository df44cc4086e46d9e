package com.byajbook.platform.overload.decisions;

/**
 * Whether the policy decided the same again.
 *
 * @param decisions how many there are in the log
 * @param identical how many of them came out the same, with the same wait, limit and appointment
 * @param firstDifference the first that did not, in words; empty when there is none
 */
public record Fidelity(long decisions, long identical, String firstDifference) {

    /** Whether all is the same. */
    public boolean isComplete() {
        return firstDifference.isEmpty();
    }
}
