package com.byajbook.loanengine.underwriting.usecase;

import com.byajbook.loanengine.underwriting.domain.DecidedLoan;
import com.byajbook.loanengine.underwriting.domain.OfferTerms;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.LoanDecided.Outcome;
import com.byajbook.platform.message.LoanDecided.Terms;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.MessageType;
import java.util.List;
import java.util.UUID;

/** Decisions as other services hear of them. */
final class DecisionEvents {

    /** A decision is the first thing that happens to a loan here. */
    private static final int LOAN_VERSION = 1;

    private DecisionEvents() {}

    static List<Message> of(List<DecidedLoan> decided) {
        return decided.stream().<Message>map(DecisionEvents::of).toList();
    }

    private static LoanDecided of(DecidedLoan loan) {
        UUID loanId = loan.application().loanId();
        return new LoanDecided(
                Ids.v5(loanId, MessageType.LOAN_DECIDED.routingKey() + ":" + LOAN_VERSION),
                loan.decidedAt(),
                loanId,
                loan.application().borrowerId(),
                LOAN_VERSION,
                loan.decision()
                        .fold(offered -> Outcome.OFFERED, declined -> Outcome.DECLINED, referred -> Outcome.REFERRED),
                loan.reasons().stream().map(Enum::name).toList(),
                loan.application().amountPaise(),
                loan.application().tenureMonths(),
                loan.application().purpose(),
                loan.application().receivedAt(),
                loan.terms().map(DecisionEvents::of).orElse(null));
    }

    private static Terms of(OfferTerms terms) {
        return new Terms(
                terms.annualRatePercent().toPlainString(),
                terms.aprPercent().toPlainString(),
                terms.emiPaise(),
                terms.totalPayablePaise(),
                terms.statementHash());
    }
}
