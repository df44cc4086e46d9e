package com.byajbook.loanengine.marketplace.domain;

/**
 * The figures that the policy decides by; bounds are included.
 *
 * @param minPaise the least that a lender puts in, unless it is exactly what is left
 * @param lenderCapPaise the most that one lender may have promised and lent in all
 * @param pairCapPaise the most that one lender may have promised and lent to one borrower
 * @param mostLenders the most commitments that one loan may have
 */
public record CommitmentRules(long minPaise, long lenderCapPaise, long pairCapPaise, int mostLenders) {}
