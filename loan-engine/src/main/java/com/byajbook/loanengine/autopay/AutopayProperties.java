package com.byajbook.loanengine.autopay;

import com.byajbook.loanengine.autopay.domain.CollectionRules;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Instalments that are collected by themselves.
 *
 * @param enabled whether this replica gives notices and asks for instalments
 * @param noticeAt from when on, on the day before the due date, notice is given
 * @param noticeBefore so long before the first attempt at least; the regulator wants 24 hours
 * @param collectAt from when on, on the due date, it is collected
 * @param mandateLimitPaise the most that is debited without the payer's extra authentication, the regulator's bound
 * @param maxAttempts of one instalment; the regulator's bound is 1 + 3
 * @param spacing from one attempt to the next
 * @param prefetch the most messages taken from the queue and not yet settled
 * @param batchSize the most messages in one transaction
 * @param linger how long a batch waits to fill
 * @param sweep how often is looked for what is due
 */
@Validated
@ConfigurationProperties("byajbook.autopay")
public record AutopayProperties(
        boolean enabled,
        @NotNull LocalTime noticeAt,
        @NotNull Duration noticeBefore,
        @NotNull LocalTime collectAt,
        @Positive @Max(15_000_00) long mandateLimitPaise,
        @Min(1) @Max(4) int maxAttempts,
        @NotNull Duration spacing,
        @Min(1) @Max(2_000) int prefetch,
        @Min(1) @Max(500) int batchSize,
        @NotNull Duration linger,
        @NotNull @Valid Sweep sweep) {

    /**
     * Looking for what is due.
     *
     * @param every how often
     * @param batch the most loans or instalments in one transaction
     * @param longest after which a look is given up
     */
    public record Sweep(
            @NotNull Duration every,
            @Min(1) @Max(500) int batch,
            @NotNull Duration longest) {}

    CollectionRules rules(ZoneId zone) {
        return new CollectionRules(noticeAt, noticeBefore, collectAt, mandateLimitPaise, maxAttempts, spacing, zone);
    }
}
