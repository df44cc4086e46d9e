package com.byajbook.loanengine.marketplace.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The rules of promising, as a table: the first reason whose condition applies is the one that the lender hears. */
public final class CommitmentPolicy {

    private final List<Rule> table;

    public CommitmentPolicy(CommitmentRules rules) {
        this.table = List.of(
                new Rule(CommitmentReason.KYC_INCOMPLETE, asked -> !asked.wish().kycVerified()),
                new Rule(CommitmentReason.LOAN_NOT_LISTED, asked -> !asked.isListed()),
                listed(
                        CommitmentReason.OWN_LOAN,
                        (wish, loan) -> wish.lenderId().equals(loan.borrowerId())),
                listed(CommitmentReason.MORE_THAN_LEFT, (wish, loan) -> wish.amountPaise() > loan.leftPaise()),
                listed(
                        CommitmentReason.BELOW_MINIMUM,
                        (wish, loan) ->
                                wish.amountPaise() < rules.minPaise() && wish.amountPaise() != loan.leftPaise()),
                listed(CommitmentReason.TOO_MANY_LENDERS, (wish, loan) -> loan.lenders() >= rules.mostLenders()),
                new Rule(
                        CommitmentReason.LENDER_LIMIT_EXCEEDED,
                        asked -> asked.wish().amountPaise() > rules.lenderCapPaise() - asked.lenderPaise()),
                new Rule(
                        CommitmentReason.PAIR_LIMIT_EXCEEDED,
                        asked -> asked.wish().amountPaise() > rules.pairCapPaise() - asked.pairPaise()));
    }

    /** Why the wish must be refused, if it must. */
    Optional<CommitmentReason> refusal(Case asked) {
        return table.stream()
                .filter(rule -> rule.applies().test(asked))
                .map(Rule::reason)
                .findFirst();
    }

    private static Rule listed(CommitmentReason reason, BiPredicate<Wish, Listing> condition) {
        return new Rule(
                reason,
                asked -> asked.listing()
                        .filter(loan -> condition.test(asked.wish(), loan))
                        .isPresent());
    }

    /**
     * Everything that a wish is decided on.
     *
     * @param listing empty if the loan never was before lenders
     * @param lenderPaise what the lender has promised and lent already, in all
     * @param pairPaise and to this borrower
     */
    record Case(Wish wish, Optional<Listing> listing, long lenderPaise, long pairPaise, Instant at) {
        boolean isListed() {
            return listing.filter(loan -> loan.isOpenAt(at)).isPresent();
        }
    }

    private record Rule(CommitmentReason reason, Predicate<Case> applies) {}
}
