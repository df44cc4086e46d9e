package com.byajbook.loanengine.underwriting.domain;

import com.byajbook.loanengine.underwriting.domain.CreditReport.Known;
import com.byajbook.loanengine.underwriting.domain.CreditReport.Unavailable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Builds cases for tests: a good one, and what spoils it. */
final class Cases {

    static final UnderwritingRules RULES =
            new UnderwritingRules("test-1", 1_000_00, 5_00_000_00, 3, 36, 650, 50, 10_00_000_00);

    private static final UUID BORROWER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant RECEIVED = Instant.parse("2026-11-22T10:00:00Z");

    private boolean kycVerified = true;
    private long amountPaise = 50_000_00;
    private int tenureMonths = 12;
    private boolean reported = true;
    private int score = 760;
    private long incomePaise = 60_000_00;
    private long obligationsPaise;
    private long outstandingPaise;
    private long instalmentPaise = 4_500_00;
    private long openOffersPaise;

    private Cases() {}

    static Cases good() {
        return new Cases();
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
        kycVerified = verified;
        return this;
    }

    Cases amount(long paise) {
        amountPaise = paise;
        return this;
    }

    Cases tenure(int months) {
        tenureMonths = months;
        return this;
    }

    Cases noReport() {
        reported = false;
        return this;
    }

    Cases score(int points) {
        score = points;
        return this;
    }

    Cases income(long paise) {
        incomePaise = paise;
        return this;
    }

    Cases obligations(long paise) {
        obligationsPaise = paise;
        return this;
    }

    Cases outstanding(long paise) {
        outstandingPaise = paise;
        return this;
    }

    Cases instalment(long paise) {
        instalmentPaise = paise;
        return this;
    }

    Cases openOffers(long paise) {
        openOffersPaise = paise;
        return this;
    }

    Case build() {
        return new Case(application(UUID.randomUUID(), BORROWER), report(), instalmentPaise, openOffersPaise);
    }

    Application application(UUID loanId, UUID borrowerId) {
        return new Application(loanId, borrowerId, kycVerified, amountPaise, tenureMonths, "Wedding", RECEIVED);
    }

    CreditReport report() {
        return reported
                ? new Known(score, incomePaise, obligationsPaise, outstandingPaise)
                : new Unavailable("the bureau did not answer");
    }

    long instalmentPaise() {
        return instalmentPaise;
    }
}
