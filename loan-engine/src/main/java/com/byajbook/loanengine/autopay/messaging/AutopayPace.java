package com.byajbook.loanengine.autopay.messaging;

import java.time.Duration;

/**
 * How fast the queue is worked off.
 *
 * @param prefetch the most messages taken from the queue and not yet settled
 * @param batchSize the most messages in one transaction
 * @param linger how long a batch waits to fill
 */
public record AutopayPace(int prefetch, int batchSize, Duration linger) {}
