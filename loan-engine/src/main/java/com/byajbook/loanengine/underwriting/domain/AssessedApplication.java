package com.byajbook.loanengine.underwriting.domain;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * An application as far as it can be judged without a lock: everything but the borrower's other offers. Pricing costs far
 * more than deciding, so it happens here and not while the borrower's row is held.
 */
public final class AssessedApplication {

    private final DecisionPolicy policy;
    private final Case asked;
    private final Decision provisional;

    private AssessedApplication(DecisionPolicy policy, Case asked, Decision provisional) {
        this.policy = policy;
        this.asked = asked;
        this.provisional = provisional;
    }

    /** Assesses an application, as if the borrower had nothing else open. */
    public static AssessedApplication of(
            DecisionPolicy policy,
            Application application,
            CreditReport report,
            long instalmentPaise,
            Supplier<OfferTerms> terms) {
        Case alone = new Case(application, report, instalmentPaise, 0);
        return new AssessedApplication(policy, alone, policy.decide(alone, terms));
    }

    /** The loan as it is finally decided, once it is known what else the borrower has open. */
    DecidedLoan conclude(long openOffersPaise, Instant at) {
        Case complete = asked.withOpenOffers(openOffersPaise);
        Decision decision = provisional.fold(
                offered -> policy.decide(complete, offered::terms),
                declined -> policy.decide(complete, AssessedApplication::noTerms),
                referred -> policy.decide(complete, AssessedApplication::noTerms));
        return new DecidedLoan(
                asked.application(), asked.report(), openOffersPaise, decision, policy.productVersion(), at);
    }

    UUID borrowerId() {
        return asked.application().borrowerId();
    }

    private static OfferTerms noTerms() {
        throw new IllegalStateException("an application was refused alone, and offered beside other open offers");
    }
}
