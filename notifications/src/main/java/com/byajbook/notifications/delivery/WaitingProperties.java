package com.byajbook.notifications.delivery;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of messages whose recipient is not known yet.
 *
 * @param claimBatch the most that are looked at in one transaction
 * @param lookEvery how often due ones are looked for
 * @param lookAgainMin the pause after the first look in vain; it doubles up to {@code lookAgainMax}
 * @param giveUpAfter one that is older has failed
 */
@Validated
@ConfigurationProperties("byajbook.waiting")
public record WaitingProperties(
        @Min(1) int claimBatch,
        @NotNull Duration lookEvery,
        @NotNull Duration lookAgainMin,
        @NotNull Duration lookAgainMax,
        @NotNull Duration giveUpAfter) {}
