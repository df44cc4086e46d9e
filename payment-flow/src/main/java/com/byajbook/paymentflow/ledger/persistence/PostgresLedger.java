package com.byajbook.paymentflow.ledger.persistence;

import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.BookedTransaction;
import com.byajbook.paymentflow.ledger.domain.Funds;
import com.byajbook.paymentflow.ledger.domain.Hold;
import com.byajbook.paymentflow.ledger.domain.LedgerChanges;
import com.byajbook.paymentflow.ledger.domain.LedgerReach;
import com.byajbook.paymentflow.ledger.domain.LedgerSnapshot;
import com.byajbook.paymentflow.ledger.domain.Posting;
import com.byajbook.paymentflow.ledger.usecase.LockLedger;
import com.byajbook.paymentflow.ledger.usecase.WriteLedger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Reads in the order that makes a judgement safe: first what never changes and says which accounts are touched, then the
 * locks, then everything that could change until they were had.
 */
@Repository
class PostgresLedger implements LockLedger, WriteLedger {

    private final PostgresAccounts accounts;
    private final PostgresTransactionBook transactions;
    private final PostgresHolds holds;

    PostgresLedger(PostgresAccounts accounts, PostgresTransactionBook transactions, PostgresHolds holds) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.holds = holds;
    }

    @Override
    public Mono<LedgerSnapshot> lock(LedgerReach reach) {
        return Mono.zip(transactions.postingsOf(reach.reversedIds()), holds.accountsOf(reach.resolvedIds()), Fixed::new)
                .flatMap(fixed -> accounts.lock(fixed.owned(reach)).flatMap(funds -> snapshot(reach, fixed, funds)));
    }

    /** What is undone or resolved counts only if its accounts were known when they were locked. */
    private Mono<LedgerSnapshot> snapshot(LedgerReach reach, Fixed fixed, Map<AccountName, Funds> funds) {
        Mono<Map<UUID, BookedTransaction>> known = transactions
                .read(both(reach.givenIds(), fixed.postings().keySet()))
                .map(fixed::withPostings)
                .collectMap(BookedTransaction::id);
        Mono<Map<UUID, Hold>> held = holds.read(both(reach.openedIds(), reach.resolvedIds()))
                .filter(hold -> reach.openedIds().contains(hold.id()) || funds.containsKey(hold.account()))
                .collectMap(Hold::id);
        return known.zipWhen(ignored -> held, (booked, open) -> new LedgerSnapshot(funds, booked, open));
    }

    @Override
    public Mono<Void> write(LedgerChanges changes, Instant at) {
        // What is freed comes before what is spent, and what is spent before what is held anew.
        return holds.resolve(changes.resolved(), at)
                .then(Mono.defer(() -> transactions.book(changes.booked(), at)))
                .then(Mono.defer(() -> holds.open(changes.opened(), at)));
    }

    private static Set<UUID> both(Collection<UUID> some, Collection<UUID> others) {
        Set<UUID> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }

    /** What is known before any lock, because it never changes. */
    private record Fixed(Map<UUID, List<Posting>> postings, Set<AccountName> ofHolds) {

        Set<AccountName> owned(LedgerReach reach) {
            Set<AccountName> all = new HashSet<>(reach.accounts());
            all.addAll(ofHolds);
            postings.values().forEach(lines -> lines.forEach(posting -> all.add(posting.account())));
            return all.stream().filter(name -> name.kind().isOwned()).collect(Collectors.toSet());
        }

        BookedTransaction withPostings(BookedTransaction transaction) {
            List<Posting> lines = postings.get(transaction.id());
            return lines == null ? transaction : transaction.withPostings(lines);
        }
    }
}
