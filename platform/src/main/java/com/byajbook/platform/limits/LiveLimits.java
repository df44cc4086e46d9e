package com.byajbook.platform.limits;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All live limits of this process. */
public final class LiveLimits {

    private final Map<String, LiveLimit> byName = new ConcurrentHashMap<>();

    /**
     * A new limit.
     *
     * @throws IllegalStateException when there is one of that name: two things would listen to one knob
     */
    public LiveLimit define(LiveLimit.Definition definition) {
        LiveLimit limit = new LiveLimit(definition);
        if (byName.putIfAbsent(definition.name(), limit) != null) {
            throw new IllegalStateException("there are two limits called " + definition.name());
        }
        return limit;
    }

    /** The limit with this name. */
    public Optional<LiveLimit> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them by name. */
    public List<LiveLimit> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(limit -> limit.definition().name()))
                .toList();
    }
}
