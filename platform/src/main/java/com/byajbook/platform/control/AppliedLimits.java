package com.byajbook.platform.control;

import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stored limits as this process follows them. Limits that nobody ever changed are left alone.
 *
 * <p>What was read last is kept, so that a limit's time ends here also while the database is away.
 */
final class AppliedLimits {

    private static final Logger log = LoggerFactory.getLogger(AppliedLimits.class);

    private final LiveLimits limits;
    private final LongSupplier nanoTime;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private StoredState state = StoredState.NOTHING_READ;
    private long readAtNanos;

    /** With a clock that only ever goes forward, to know how old a reading is. */
    AppliedLimits(LiveLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.readAtNanos = nanoTime.getAsLong();
    }

    /** Follows a reading; an older one than what is applied changes nothing. Says whether the version has grown. */
    synchronized boolean follow(StoredState read) {
        if (read.version() < state.version()) {
            return false;
        }
        boolean grown = read.version() > state.version();
        state = read;
        readAtNanos = nanoTime.getAsLong();
        read.limits().values().forEach(stored -> set(stored, read.now()));
        return grown;
    }

    /** Ends here what has expired by now, and says whether anything has that the database does not know of yet. */
    synchronized boolean expire() {
        Instant now = now();
        List<StoredLimit> expired = state.expired(now);
        expired.forEach(stored -> set(stored, now));
        return !expired.isEmpty();
    }

    /** The changes that are applied, out of all that were ever made. */
    synchronized long version() {
        return state.version();
    }

    /** Nanoseconds since the stored limits were read. */
    synchronized long ageNanos() {
        return nanoTime.getAsLong() - readAtNanos;
    }

    /** All limits of this process as they are now, by name. */
    synchronized List<LimitView> views() {
        Instant now = now();
        return limits.all().stream().map(limit -> view(limit.definition(), now)).toList();
    }

    /** One of them. */
    synchronized Optional<LimitView> view(String name) {
        return limits.find(name).map(limit -> view(limit.definition(), now()));
    }

    private LimitView view(LiveLimit.Definition limit, Instant now) {
        return LimitView.of(limit, state.find(limit.name()).orElse(null), now);
    }

    /** The database's clock, carried on by ours since the reading. */
    private Instant now() {
        return state.now().plusNanos(ageNanos());
    }

    private void set(StoredLimit stored, Instant now) {
        @Nullable LiveLimit limit = limits.find(stored.name()).orElse(null);
        if (limit == null) {
            warnOnce(stored, "no part of this service knows it");
            return;
        }
        LiveLimit.Definition definition = limit.definition();
        Long value = stored.isExpired(now) ? stored.revertsTo() : stored.value();
        if (value != null && !definition.allows(value)) {
            warnOnce(
                    stored,
                    value + " lies outside of " + definition.min() + " to " + definition.max() + "; it is "
                            + definition.initial() + ", as configured");
        }
        long before = limit.value();
        limit.set(stored.valueFor(definition, now));
        if (limit.value() != before) {
            log.info(
                    "{} is {} {} now, it was {} ({}, {})",
                    stored.name(),
                    limit.value(),
                    definition.unit().words(),
                    before,
                    stored.isExpired(now) ? ChangeRules.REVERTED : stored.changedBy(),
                    stored.reason());
        }
    }

    private void warnOnce(StoredLimit stored, String why) {
        if (warned.add(stored.name() + "@" + stored.version())) {
            log.warn("The stored limit {} of {} is ignored: {}", stored.name(), stored.changedAt(), why);
        }
    }
}
