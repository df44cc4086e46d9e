package com.byajbook.paymentflow.settlement.usecase;

import java.time.LocalDate;

/**
 * The reconciliation of one provider's day, and how far it is.
 *
 * @param attempt counts how often somebody took it
 * @param fetch the attempt whose lines count; 0 before the first
 * @param checkpoint where the present step goes on; empty at its beginning
 */
public record Run(String provider, LocalDate day, State state, int attempt, int fetch, String checkpoint) {

    /** How far. */
    public enum State {
        /** Its file is to be fetched. */
        DUE,
        /** The whole file is here. */
        FETCHED,
        /** Each line of the file was looked at. */
        COMPARED,
        /** Each of our movements was looked for. */
        SEARCHED,
        FINISHED
    }

    /** The same at another place. */
    public Run at(State newState, String newCheckpoint) {
        return new Run(provider, day, newState, attempt, fetch, newCheckpoint);
    }

    /** The same with the lines of this attempt. */
    public Run fetched() {
        return new Run(provider, day, State.FETCHED, attempt, attempt, "");
    }

    @Override
    public String toString() {
        return provider + " of " + day;
    }
}
