package com.byajbook.loanengine.marketplace.messaging;

import java.time.Duration;

/**
 * How fast a queue is worked off.
 *
 * @param prefetch the most messages taken from the queue and not yet settled
 * @param batchSize the most messages in one transaction
 * @param concurrency the most transactions at once; each holds a connection
 * @param linger how long a batch waits to fill
 */
public record ConsumerPace(int prefetch, int batchSize, int concurrency, Duration linger) {}
