package com.byajbook.paymentflow.ledger;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of the ledger's own work.
 *
 * @param expireEvery how often holds whose time is over are looked for; they cannot be posted meanwhile
 * @param expiryBatch the most holds that one transaction expires
 * @param longestRound after this a round is given up, and the next one begins anew
 */
@Validated
@ConfigurationProperties("byajbook.ledger")
public record LedgerSettings(
        @NotNull Duration expireEvery,
        @Min(1) @Max(1_000) int expiryBatch,
        @NotNull Duration longestRound) {}
