package com.byajbook.loanengine.underwriting.domain;

/**
 * Everything that an application is decided on.
 *
 * @param instalmentPaise the monthly instalment at the borrower's rate; 0 while no report tells the rate
 * @param openOffersPaise what the borrower was offered or lent, and what has not ended
 */
public record Case(Application application, CreditReport report, long instalmentPaise, long openOffersPaise) {

    /** The same case in the light of what else the borrower has open. */
    Case withOpenOffers(long paise) {
        return new Case(application, report, instalmentPaise, paise);
    }
}
