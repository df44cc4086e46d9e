package com.byajbook.paymentflow.payments;

import com.byajbook.paymentflow.payments.domain.PaymentPolicy;
import com.byajbook.paymentflow.payments.usecase.CallLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of collecting and paying out.
 *
 * @param submitLanes rounds of submissions at once; times {@code batch}, the most submissions in flight
 * @param inquiryLanes rounds of inquiries at once; times {@code batch}, the most inquiries in flight
 * @param batch the most payments of a round
 * @param answerLinger how long an answer waits for others to be stored with it
 * @param sweepEvery how often due work is looked for when nothing wakes a lane
 * @param measureEvery how often the backlog is measured for the metrics
 * @param lease how long a taken payment is left to whoever took it; longer than a round may last
 * @param checks how often and how far apart the provider is asked
 * @param retry how a provider that does not answer is spared
 * @param consuming the bounds of each of the two queues' consumers
 */
@Validated
@ConfigurationProperties("byajbook.payments")
public record PaymentsSettings(
        @Min(1) @Max(64) int submitLanes,
        @Min(1) @Max(64) int inquiryLanes,
        @Min(1) @Max(500) int batch,
        @NotNull Duration answerLinger,
        @NotNull Duration sweepEvery,
        @NotNull Duration measureEvery,
        @NotNull Duration lease,
        @NotNull @Valid Checks checks,
        @NotNull @Valid Retry retry,
        @NotNull @Valid Consuming consuming) {

    /** Inquiries: at most so many answered ones after a submission, the first one {@code spacing} after it. */
    public record Checks(@Min(1) int max, @NotNull Duration spacing) {}

    /** Pauses after a call without an answer, doubling from first to longest; and submissions of one payment. */
    public record Retry(
            @Min(1) int maxSubmissions,
            @NotNull Duration first,
            @NotNull Duration longest) {}

    /** A consumer: messages not yet acknowledged, messages a transaction, wait for more, transactions at once. */
    public record Consuming(
            @Min(1) int prefetch,
            @Min(1) int batch,
            @NotNull Duration linger,
            @Min(1) int concurrency) {}

    PaymentPolicy policy(List<String> payoutProviders) {
        return new PaymentPolicy(
                checks.max(),
                checks.spacing(),
                retry.maxSubmissions(),
                retry.first(),
                retry.longest(),
                lease,
                payoutProviders);
    }

    CallLimits callLimits() {
        return new CallLimits(batch, answerLinger);
    }
}
