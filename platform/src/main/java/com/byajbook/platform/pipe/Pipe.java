package com.byajbook.platform.pipe;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All stages of this process, in the order in which work passes them. */
public final class Pipe {

    private final List<StageSource> sources = new CopyOnWriteArrayList<>();

    /** One more stage. */
    public void add(StageSource source) {
        sources.add(source);
    }

    /** All that were added, for who lets one fail without losing the others. */
    public List<StageSource> sources() {
        return List.copyOf(sources);
    }

    /**
     * How every stage is now. Rates are those since the last call, so one caller alone asks, once a second, and shows the
     * answer to all others.
     */
    public List<Stage> stages() {
        return sources.stream()
                .map(StageSource::stage)
                .sorted(Comparator.comparing(Stage::kind).thenComparing(Stage::name))
                .toList();
    }
}
