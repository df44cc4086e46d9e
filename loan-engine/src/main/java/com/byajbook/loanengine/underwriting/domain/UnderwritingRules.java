package com.byajbook.loanengine.underwriting.domain;

/**
 * The figures that the policy decides by; bounds are included.
 *
 * @param productVersion what these figures are a part of; each decision keeps it
 * @param affordabilityPercent the share of the monthly income that all instalments together may take
 * @param borrowerCapPaise the most that one borrower may owe over all platforms, open offers included
 */
public record UnderwritingRules(
        String productVersion,
        long minAmountPaise,
        long maxAmountPaise,
        int minTenureMonths,
        int maxTenureMonths,
        int cutOffScore,
        int affordabilityPercent,
        long borrowerCapPaise) {}
