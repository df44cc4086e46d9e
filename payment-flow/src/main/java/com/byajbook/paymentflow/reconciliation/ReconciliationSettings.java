package com.byajbook.paymentflow.reconciliation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the books are looked at.
 *
 * @param inspectEvery from one look to the next
 * @param longestInspection after this a look is given up
 * @param accountsAtOnce accounts whose balance is added up in one look; the next look takes the next ones
 * @param transactionsAtOnce transactions, and settled holds, of one look
 */
@Validated
@ConfigurationProperties("byajbook.reconciliation")
public record ReconciliationSettings(
        @NotNull Duration inspectEvery,
        @NotNull Duration longestInspection,
        @Min(1) @Max(100_000) int accountsAtOnce,
        @Min(1) @Max(100_000) int transactionsAtOnce) {}
