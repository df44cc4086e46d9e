package com.byajbook.loanengine.underwriting.domain;

import com.byajbook.loanengine.underwriting.domain.CreditReport.Known;
import com.byajbook.loanengine.underwriting.domain.CreditReport.Unavailable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Cases for tests: a good one, and what spoils it. */
public record Cases(
        boolean kycVerified,
        long amountPaise,
        int tenureMonths,
        int reportedScore,
        long incomePaise,
        long obligationsPaise,
        long outstandingPaise,
        boolean reported,
        long instalmentPaise,
        long openOffersPaise) {

    static final UnderwritingRules RULES =
            new UnderwritingRules("test-1", 1_000_00, 5_00_000_00, 3, 36, 650, 50, 10_00_000_00);

    private static final UUID BORROWER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant RECEIVED = Instant.parse("2026-11-22T10:00:00Z");

    static Cases good() {
        return new Cases(true, 50_000_00, 12, 760, 60_000_00, 0, 0, true, 4_500_00, 0);
    }

    static OfferTerms terms() {
        return new OfferTerms(
                "GOOD",
                new BigDecimal("15.00"),
                new BigDecimal("18.70"),
                4_512_92,
                944_00,
                54_155_04,
                LocalDate.of(2026, 11, 22),
                "{}",
                "hash");
    }

    Cases kyc(boolean verified) {
        return new Cases(
                verified,
                amountPaise,
                tenureMonths,
                reportedScore,
                incomePaise,
                obligationsPaise,
                outstandingPaise,
                reported,
                instalmentPaise,
                openOffersPaise);
    }

    Cases amount(long paise) {
        return new Cases(
                kycVerified,
                paise,
                tenureMonths,
                reportedScore,
                incomePaise,
                obligationsPaise,
                outstandingPaise,
                reported,
                instalmentPaise,
                openOffersPaise);
    }

    Cases tenure(int months) {
        return new Cases(
                kycVerified,
                amountPaise,
                months,
                reportedScore,
                incomePaise,
                obligationsPaise,
                outstandingPaise,
                reported,
                instalmentPaise,
                openOffersPaise);
    }

    Cases score(int score) {
        return new Cases(
                kycVerified,
                amountPaise,
                tenureMonths,
                score,
                incomePaise,
                obligationsPaise,
                outstandingPaise,
                reported,
                instalmentPaise,
                openOffersPaise);
    }

    Cases income(long paise) {
        return new Cases(
                kycVerified,
                amountPaise,
                tenureMonths,
                reportedScore,
                paise,
                obligationsPaise,
                outstandingPaise,
                reported,
                instalmentPaise,
                openOffersPaise);
    }

    Cases obligations(long paise) {
        return new Cases(
                kycVerified,
                amountPaise,
                tenureMonths,
                reportedScore,
                incomePaise,
                paise,
                outstandingPaise,
                reported,
                instalmentPaise,
                openOffersPaise);
    }

    Cases outstanding(long paise) {
        return new Cases(
                kycVerified,
                amountPaise,
                tenureMonths,
                reportedScore,
                incomePaise,
                obligationsPaise,
                paise,
                reported,
                instalmentPaise,
                openOffersPaise);
    }

    Cases noReport() {
        return new Cases(
                kycVerified,
                amountPaise,
                tenureMonths,
                reportedScore,
                incomePaise,
                obligationsPaise,
                outstandingPaise,
                false,
                instalmentPaise,
                openOffersPaise);
    }

    Cases instalment(long paise) {
        return new Cases(
                kycVerified,
                amountPaise,
                tenureMonths,
                reportedScore,
                incomePaise,
                obligationsPaise,
                outstandingPaise,
                reported,
                paise,
                openOffersPaise);
    }

    Cases openOffers(long paise) {
        return new Cases(
                kycVerified,
                amountPaise,
                tenureMonths,
                reportedScore,
                incomePaise,
                obligationsPaise,
                outstandingPaise,
                reported,
                instalmentPaise,
                paise);
    }

    Case build() {
        return new Case(application(UUID.randomUUID(), BORROWER), report(), instalmentPaise, openOffersPaise);
    }

    /** The application alone, of this borrower. */
    Application application(UUID loanId, UUID borrowerId) {
        return new Application(loanId, borrowerId, kycVerified, amountPaise, tenureMonths, "Wedding", RECEIVED);
    }

    CreditReport report() {
        return reported
                ? new Known(reportedScore, incomePaise, obligationsPaise, outstandingPaise)
                : new Unavailable("the bureau did not answer");
    }
}
