package com.byajbook.loanengine.underwriting.usecase;

import com.byajbook.loanengine.pricing.usecase.PriceOffer;
import com.byajbook.loanengine.pricing.usecase.PriceOffer.PricedOffer;
import com.byajbook.loanengine.underwriting.domain.Application;
import com.byajbook.loanengine.underwriting.domain.AssessedApplication;
import com.byajbook.loanengine.underwriting.domain.CreditReport;
import com.byajbook.loanengine.underwriting.domain.DecisionPolicy;
import com.byajbook.loanengine.underwriting.domain.OfferTerms;
import java.time.Clock;

/** Judges and prices one application as far as that needs no lock. */
public final class AssessApplication {

    private final DecisionPolicy policy;
    private final PriceOffer pricing;
    private final Clock clock;

    public AssessApplication(DecisionPolicy policy, PriceOffer pricing, Clock clock) {
        this.policy = policy;
        this.pricing = pricing;
        this.clock = clock;
    }

    AssessedApplication assess(Application application, CreditReport report) {
        return report.fold(
                known -> AssessedApplication.of(
                        policy,
                        application,
                        known,
                        pricing.instalmentPaise(application.amountPaise(), application.tenureMonths(), known.score()),
                        () -> terms(application, known.score())),
                unavailable ->
                        AssessedApplication.of(policy, application, unavailable, 0, AssessApplication::unpriceable));
    }

    private OfferTerms terms(Application application, int score) {
        PricedOffer offer = pricing.price(
                application.loanId(), application.amountPaise(), application.tenureMonths(), score, clock.instant());
        return new OfferTerms(
                offer.band(),
                offer.annualRatePercent(),
                offer.aprPercent(),
                offer.emiPaise(),
                offer.feesPaise(),
                offer.totalPayablePaise(),
                offer.scheduleStart(),
                offer.statement(),
                offer.statementHash());
    }

    private static OfferTerms unpriceable() {
        throw new IllegalStateException("nothing is offered without a credit report");
    }
}
