package com.byajbook.paymentflow.ledger.domain;

import com.byajbook.paymentflow.ledger.domain.LedgerTransaction.Settlement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What some commands name, and so what must be known and held still to judge them.
 *
 * @param accounts all that are named, shared ones too
 * @param givenIds the transactions that are to be booked under these ids
 * @param reversedIds the transactions that are to be undone; their accounts are touched too
 * @param openedIds the holds that are to be opened under these ids
 * @param resolvedIds the holds that are to be posted or ended; their accounts are touched too
 */
public record LedgerReach(
        Set<AccountName> accounts,
        Set<UUID> givenIds,
        Set<UUID> reversedIds,
        Set<UUID> openedIds,
        Set<UUID> resolvedIds) {

    /** What these commands name. */
    public static LedgerReach of(List<LedgerCommand> commands) {
        LedgerReach reach =
                new LedgerReach(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        commands.forEach(reach::add);
        return reach;
    }

    private void add(LedgerCommand command) {
        boolean unused = command.fold(
                post -> addTransaction(post.transaction()),
                open -> accounts.add(open.hold().account())
                        | openedIds.add(open.hold().id()),
                end -> resolvedIds.add(end.holdId()),
                reverse -> givenIds.add(reverse.reversalId()) | reversedIds.add(reverse.transactionId()));
    }

    private boolean addTransaction(LedgerTransaction transaction) {
        transaction.postings().forEach(posting -> accounts.add(posting.account()));
        transaction.settles().stream().map(Settlement::holdId).forEach(resolvedIds::add);
        return givenIds.add(transaction.id());
    }
}
