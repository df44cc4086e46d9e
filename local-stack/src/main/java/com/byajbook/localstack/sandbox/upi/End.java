package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.upi.UpiTransaction.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction ended, and perhaps ended once more by a reversal.
 *
 * @param utr present when money moved
 * @param reason present when it failed or came back
 */
record End(Status status, @Nullable String utr, @Nullable String reason, Instant at) {}
