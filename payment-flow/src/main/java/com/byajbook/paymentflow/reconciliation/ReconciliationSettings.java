package com.byajbook.paymentflow.reconciliation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much one look at the books takes; how often it looks, the platform says under the same prefix.
 *
 * @param accountsAtOnce accounts whose balance is added up in one look; the next look takes the next ones
 * @param transactionsAtOnce transactions, and settled holds, of one look
 */
@Validated
@ConfigurationProperties("byajbook.reconciliation")
public record ReconciliationSettings(
        @Min(1) @Max(100_000) int accountsAtOnce,
        @Min(1) @Max(100_000) int transactionsAtOnce) {}
