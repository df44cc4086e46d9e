package com.byajbook.loanengine.underwriting.domain;

import com.byajbook.loanengine.underwriting.domain.CreditReport.Known;
import com.byajbook.loanengine.underwriting.domain.CreditReport.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An application with its decision and what the decision was made on.
 *
 * @param openOffersPaise what the borrower had open before this decision
 * @param productVersion whose rules decided
 */
public record DecidedLoan(
        Application application,
        CreditReport report,
        long openOffersPaise,
        Decision decision,
        String productVersion,
        Instant decidedAt) {

    /** The terms, if it was offered. */
    public Optional<OfferTerms> terms() {
        return decision.fold(
                offered -> Optional.of(offered.terms()), declined -> Optional.empty(), referred -> Optional.empty());
    }

    /** The bureau's report, if there was one. */
    public Optional<Known> knownReport() {
        return report.fold(Optional::of, unavailable -> Optional.empty());
    }

    /** That there was none, and why. */
    public Optional<Unavailable> missingReport() {
        return report.fold(known -> Optional.empty(), Optional::of);
    }

    /** Why it was not offered; empty for an offer. */
    public List<Reason> reasons() {
        return decision.fold(offered -> List.of(), Decision.Declined::reasons, Decision.Referred::reasons);
    }

    /** The amount by which this decision raises what the borrower has open. */
    public long offeredPaise() {
        return decision.fold(offered -> application.amountPaise(), declined -> 0L, referred -> 0L);
    }
}
