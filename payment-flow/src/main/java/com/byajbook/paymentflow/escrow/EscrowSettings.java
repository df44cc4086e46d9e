package com.byajbook.paymentflow.escrow;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of the escrow accounts' work.
 *
 * @param consuming the bounds of the queue's consumer
 * @param sweep when money leaves
 */
@Validated
@ConfigurationProperties("byajbook.escrow")
public record EscrowSettings(
        @NotNull @Valid Consuming consuming, @NotNull @Valid Sweep sweep) {

    /** A consumer: messages not yet acknowledged, messages a transaction, wait for more, transactions at once. */
    public record Consuming(
            @Min(1) int prefetch,
            @Min(1) int batch,
            @NotNull Duration linger,
            @Min(1) int concurrency) {}

    /**
     * When what has nothing more to do in escrow leaves it: by T+1 bank working day (RBI NBFC-P2P directions, circular of 16
     * Aug 2024), which is at the latest {@code at} on the first working day after the one on which it came.
     *
     * @param every how often it is looked for
     * @param zone where a bank's day begins
     * @param at the time of the day from which on money of earlier days leaves
     * @param holidays bank holidays beside Sundays and second and fourth Saturdays
     * @param batch the most payouts of one transaction
     * @param longestRound after this a round is given up, and the next one begins anew
     */
    public record Sweep(
            @NotNull Duration every,
            @NotNull ZoneId zone,
            @NotNull LocalTime at,
            @NotNull List<LocalDate> holidays,
            @Min(1) @Max(500) int batch,
            @NotNull Duration longestRound) {}
}
