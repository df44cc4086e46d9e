package com.byajbook.loanengine.loans;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Paging.
 *
 * @param cursorKey the secret that cursors are sealed with, at least 16 characters, the same in every replica
 * @param defaultPage loans a page where the caller does not say
 * @param largestPage the most loans a page
 */
@Validated
@ConfigurationProperties("byajbook.loans")
record LoansProperties(
        @NotNull @Size(min = 16) String cursorKey,
        @Min(1) @Max(100) int defaultPage,
        @Min(1) @Max(500) int largestPage) {}
