package com.byajbook.loanengine.marketplace.domain;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What some lenders have promised and lent, read under locks that are still held; it runs on with what is decided. */
public final class LenderBook {

    private final Map<UUID, Long> byLender;
    private final Map<Pair, Long> byPair;
    private final Map<Pair, Long> changes = new LinkedHashMap<>();

    /** What was read; who is absent has nothing. */
    public LenderBook(Map<UUID, Long> byLender, Map<Pair, Long> byPair) {
        this.byLender = new HashMap<>(byLender);
        this.byPair = new HashMap<>(byPair);
    }

    long ofLender(UUID lenderId) {
        return byLender.getOrDefault(lenderId, 0L);
    }

    long ofPair(Pair pair) {
        return byPair.getOrDefault(pair, 0L);
    }

    /** The pair has so much more, or less. */
    public void add(Pair pair, long paise) {
        byLender.merge(pair.lenderId(), paise, Math::addExact);
        byPair.merge(pair, paise, Math::addExact);
        changes.merge(pair, paise, Math::addExact);
    }

    /** What changed since it was read. */
    public Map<Pair, Long> changes() {
        return Collections.unmodifiableMap(changes);
    }
}
