package com.byajbook.loanengine.underwriting.domain;

import com.byajbook.loanengine.underwriting.domain.CreditReport.Known;
import com.byajbook.loanengine.underwriting.domain.Decision.Declined;
import com.byajbook.loanengine.underwriting.domain.Decision.Offered;
import com.byajbook.loanengine.underwriting.domain.Decision.Referred;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The rules, as a table: each reason stands beside the condition under which it applies. All rows are read, so that a
 * borrower hears every reason at once.
 */
public final class DecisionPolicy {

    private static final int HUNDRED = 100;

    private final UnderwritingRules rules;
    private final List<Rule> table;

    public DecisionPolicy(UnderwritingRules rules) {
        this.rules = rules;
        this.table = List.of(
                when(Reason.KYC_INCOMPLETE, application -> !application.kycVerified()),
                when(Reason.AMOUNT_BELOW_MINIMUM, application -> application.amountPaise() < rules.minAmountPaise()),
                when(Reason.AMOUNT_ABOVE_MAXIMUM, application -> application.amountPaise() > rules.maxAmountPaise()),
                when(Reason.TENURE_TOO_SHORT, application -> application.tenureMonths() < rules.minTenureMonths()),
                when(Reason.TENURE_TOO_LONG, application -> application.tenureMonths() > rules.maxTenureMonths()),
                whenReported(Reason.SCORE_BELOW_CUT_OFF, (report, asked) -> report.score() < rules.cutOffScore()),
                new Rule(Reason.BORROWER_LIMIT_EXCEEDED, this::exceedsBorrowerLimit),
                whenReported(Reason.NOT_AFFORDABLE, this::isNotAffordable));
    }

    /**
     * Decides a case. What is refused for certain is declined even without a report; what only lacks the report is referred.
     *
     * @param terms asked for at most once, and only for an offer
     */
    public Decision decide(Case asked, Supplier<OfferTerms> terms) {
        List<Reason> against = reasonsAgainst(asked);
        if (!against.isEmpty()) {
            return new Declined(against);
        }
        return asked.report()
                .fold(
                        known -> new Offered(terms.get()),
                        unavailable -> new Referred(List.of(Reason.BUREAU_UNAVAILABLE)));
    }

    String productVersion() {
        return rules.productVersion();
    }

    /** More open offers can only add a reason, never take one away; the batch decision counts on that. */
    private List<Reason> reasonsAgainst(Case asked) {
        return table.stream()
                .filter(rule -> rule.applies().test(asked))
                .map(Rule::reason)
                .toList();
    }

    /** Subtracted from the cap instead of summed up: an application may ask for any amount, and a sum could overflow. */
    private boolean exceedsBorrowerLimit(Case asked) {
        long owedElsewhere = asked.report().fold(Known::p2pOutstandingPaise, unavailable -> 0L);
        return asked.application().amountPaise() > rules.borrowerCapPaise() - owedElsewhere - asked.openOffersPaise();
    }

    private boolean isNotAffordable(Known report, Case asked) {
        long share = report.monthlyIncomePaise() * rules.affordabilityPercent() / HUNDRED;
        return asked.instalmentPaise() > share - report.monthlyObligationsPaise();
    }

    private static Rule when(Reason reason, Predicate<Application> condition) {
        return new Rule(reason, asked -> condition.test(asked.application()));
    }

    /** A rule over the bureau's report; it cannot apply where there is none. */
    private static Rule whenReported(Reason reason, BiPredicate<Known, Case> condition) {
        return new Rule(
                reason, asked -> asked.report().fold(known -> condition.test(known, asked), unavailable -> false));
    }

    private record Rule(Reason reason, Predicate<Case> applies) {}
}
