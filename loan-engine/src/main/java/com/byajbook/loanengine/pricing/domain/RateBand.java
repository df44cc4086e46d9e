package com.byajbook.loanengine.pricing.domain;

/** A band of risk and what it costs: borrowers with at least this bureau score pay this rate. */
public record RateBand(String name, int minScore, AnnualRate rate) {}
