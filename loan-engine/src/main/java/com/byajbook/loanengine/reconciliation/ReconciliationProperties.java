package com.byajbook.loanengine.reconciliation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much one look at the books takes; how often it looks, the platform says under the same prefix.
 *
 * @param loansAtOnce loans that one look takes in turn, and the most that changed lately beside them
 * @param peopleAtOnce the same of borrowers and of lenders
 */
@Validated
@ConfigurationProperties("byajbook.reconciliation")
public record ReconciliationProperties(
        @Min(1) @Max(100_000) int loansAtOnce,
        @Min(1) @Max(100_000) int peopleAtOnce) {}
