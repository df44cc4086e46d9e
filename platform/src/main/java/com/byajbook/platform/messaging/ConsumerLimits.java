package com.byajbook.platform.messaging;

import com.byajbook.platform.limits.LimitUnit;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import java.util.List;

/**
 * How much one consumer takes at a time. A change ends the consumer's connection after the work in hand, and the next one
 * goes on with the new bounds.
 */
record ConsumerLimits(LiveLimit concurrency, LiveLimit prefetch) {

    private static final int MOST_BATCHES = 64;
    private static final int MOST_MESSAGES = 10_000;

    static ConsumerLimits of(ConsumerBinding<?> binding, LiveLimits limits) {
        String prefix = "consumer." + binding.queue() + ".";
        return new ConsumerLimits(
                limits.define(new LiveLimit.Definition(
                        prefix + "concurrency",
                        LimitUnit.COUNT,
                        binding.concurrency(),
                        1,
                        mostBatches(binding),
                        "The most batches in hand at once; more than the database has connections only wait for one.")),
                limits.define(new LiveLimit.Definition(
                        prefix + "prefetch",
                        LimitUnit.COUNT,
                        binding.prefetch(),
                        1,
                        Math.max(MOST_MESSAGES, binding.prefetch()),
                        "The most messages that were delivered and not yet acknowledged.")));
    }

    /** With one at a time batches keep their order, and who relies on that must not lose it to a knob. */
    private static int mostBatches(ConsumerBinding<?> binding) {
        return binding.concurrency() == 1 ? 1 : Math.max(MOST_BATCHES, binding.concurrency());
    }

    void onChange(Runnable listener) {
        var unusedConcurrency = concurrency.onChange(value -> listener.run());
        var unusedPrefetch = prefetch.onChange(value -> listener.run());
    }

    List<String> names() {
        return List.of(concurrency.definition().name(), prefetch.definition().name());
    }
}
