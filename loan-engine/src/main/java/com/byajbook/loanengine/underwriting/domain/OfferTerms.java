package com.byajbook.loanengine.underwriting.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is offered.
 *
 * @param annualRatePercent with the decimals that it is shown with, like {@code aprPercent}
 * @param scheduleStart the day that the indicative schedule counts from
 * @param statement the key fact statement exactly as shown
 * @param statementHash its SHA-256 in hex; agreeing to the offer means agreeing to this
 */
public record OfferTerms(
        String band,
        BigDecimal annualRatePercent,
        BigDecimal aprPercent,
        long emiPaise,
        long feesPaise,
        long totalPayablePaise,
        LocalDate scheduleStart,
        String statement,
        String statementHash) {}
