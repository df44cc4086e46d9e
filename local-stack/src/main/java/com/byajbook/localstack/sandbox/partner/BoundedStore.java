package com.byajbook.localstack.sandbox.partner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A map that never grows past its bound: adding to a full one evicts the oldest entry.
 *
 * <p>Every method is a few map operations under one lock, short enough for an event loop; {@link #newestFirst} walks at most the
 * whole store, which is why stores that are listed are kept to tens of thousands.
 */
public final class BoundedStore<K, V> {
    private final int capacity;
    private final Map<K, V> values = new HashMap<>();
    private final Deque<K> oldestFirst = new ArrayDeque<>();

    /** An empty store for at most {@code capacity} entries. */
    public BoundedStore(int capacity) {
        this.capacity = capacity;
    }

    /** The value of the key, created by the supplier when the key is new. */
    public synchronized V getOrAdd(K key, Supplier<V> creation) {
        V known = values.get(key);
        if (known != null) {
            return known;
        }
        V created = creation.get();
        values.put(key, created);
        oldestFirst.addLast(key);
        evictOldest();
        return created;
    }

    /** Adds or replaces; a replaced entry keeps its age. */
    public synchronized void put(K key, V value) {
        if (values.put(key, value) == null) {
            oldestFirst.addLast(key);
            evictOldest();
        }
    }

    /** The value, if the key is known and was not evicted. */
    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Newest entries first, filtered, at most {@code limit}. */
    public synchronized List<V> newestFirst(Predicate<V> filter, int limit) {
        List<V> found = new ArrayList<>();
        Iterator<K> keys = oldestFirst.descendingIterator();
        while (keys.hasNext() && found.size() < limit) {
            V value = values.get(keys.next());
            if (value != null && filter.test(value)) {
                found.add(value);
            }
        }
        return found;
    }

    /** How many entries it holds now. */
    public synchronized int size() {
        return values.size();
    }

    /** How many it holds at most. */
    public int capacity() {
        return capacity;
    }

    /** Forgets all. */
    public synchronized void clear() {
        values.clear();
        oldestFirst.clear();
    }

    private void evictOldest() {
        if (values.size() > capacity) {
            values.remove(oldestFirst.removeFirst());
        }
    }
}
