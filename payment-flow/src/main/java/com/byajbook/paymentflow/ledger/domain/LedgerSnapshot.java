package com.byajbook.paymentflow.ledger.domain;

import java.util.Map;
import java.util.UUID;

/**
 * What the books say about everything that some commands touch, read under locks that are still held.
 *
 * @param funds of each owned account; what is shared is not needed to judge
 * @param transactions those that have an id which a command gives or names
 * @param holds those that a command names
 */
public record LedgerSnapshot(
        Map<AccountName, Funds> funds, Map<UUID, BookedTransaction> transactions, Map<UUID, Hold> holds) {

    public LedgerSnapshot {
        funds = Map.copyOf(funds);
        transactions = Map.copyOf(transactions);
        holds = Map.copyOf(holds);
    }
}
