package com.byajbook.platform.limits;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/**
 * A bound that can be changed while the service runs. Reading it costs a volatile read; who needs to act on a change
 * listens for it.
 */
public final class LiveLimit {

    private final Definition definition;
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private volatile long value;

    LiveLimit(Definition definition) {
        this.definition = definition;
        this.value = definition.initial();
    }

    /** Its name, unit, bounds and words. */
    public Definition definition() {
        return definition;
    }

    /** What it is now, in its unit. */
    public long value() {
        return value;
    }

    /** What it is now, for limits that count things. */
    public int intValue() {
        return Math.toIntExact(value);
    }

    /** Calls back with each new value, on the thread that changes it; the listener must not block. */
    public LiveLimit onChange(LongConsumer listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Changes it.
     *
     * @throws IllegalArgumentException when the value lies outside the bounds; nothing has changed then
     */
    public void set(long changed) {
        if (!definition.allows(changed)) {
            throw new IllegalArgumentException(definition.name() + " must lie between " + definition.min() + " and "
                    + definition.max() + " " + definition.unit().words() + ", not " + changed);
        }
        synchronized (this) {
            if (changed == value) {
                return;
            }
            value = changed;
            listeners.forEach(listener -> listener.accept(changed));
        }
    }

    /**
     * What a limit is.
     *
     * @param name lower case words with dots and dashes, unique in its service, as {@code gate.intake.width}
     * @param unit what it counts
     * @param initial what the configuration says, in its unit
     * @param min the least allowed value
     * @param max the largest allowed value
     * @param words one sentence: what it bounds, and what a change of it does
     */
    public record Definition(String name, LimitUnit unit, long initial, long min, long max, String words) {

        public Definition {
            if (!name.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
                throw new IllegalArgumentException("a limit cannot be called " + name);
            }
            if (min > max || initial < min || initial > max) {
                throw new IllegalArgumentException(
                        name + " starts with " + initial + ", which does not lie between " + min + " and " + max);
            }
        }

        /** Whether the value lies inside the bounds. */
        public boolean allows(long candidate) {
            return candidate >= min && candidate <= max;
        }
    }
}
