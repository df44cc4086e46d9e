package com.byajbook.platform.invariant;

/**
 * What must hold at every moment.
 *
 * @param name stable: alarms and dashboards use it
 * @param words what it says, for people
 */
public record Invariant(String name, String words) {

    public Invariant {
        if (name.isBlank() || words.isBlank()) {
            throw new IllegalArgumentException("an invariant has a name and says something");
        }
    }
}
