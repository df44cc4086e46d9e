package com.byajbook.paymentflow.ledger.domain;

import java.util.List;

/**
 * What becomes of some commands.
 *
 * @param outcomes one for each command, in their order
 */
public record Judgement(List<LedgerOutcome> outcomes, LedgerChanges changes) {

    public Judgement {
        outcomes = List.copyOf(outcomes);
    }
}
