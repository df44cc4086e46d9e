package com.byajbook.paymentflow.ledger.domain;

import static com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason.HOLD_EXPIRED;
import static com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason.HOLD_NOT_EXPIRED;
import static com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason.HOLD_OF_OTHER_ACCOUNT;
import static com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason.HOLD_RESOLVED;
import static com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason.HOLD_TOO_SMALL;
import static com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason.HOLD_UNKNOWN;
import static com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason.ID_WITH_OTHER_CONTENT;
import static com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason.INSUFFICIENT_FUNDS;
import static com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason.REVERSAL_STAYS;
import static com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason.REVERSED_BEFORE;
import static com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason.TRANSACTION_UNKNOWN;

import com.byajbook.paymentflow.ledger.domain.LedgerTransaction.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Judges a batch of commands in its order, each on what those before it left. A command is done as a whole or changes
 * nothing; what one is refused for is no other's concern.
 */
public final class Books {

    private static final LedgerOutcome DONE = new LedgerOutcome.Done(false);
    private static final LedgerOutcome DONE_BEFORE = new LedgerOutcome.Done(true);

    private final Instant now;
    private final Map<AccountName, Funds> funds;
    private final Map<UUID, BookedTransaction> transactions;
    private final Map<UUID, Hold> holds;
    private final Set<UUID> earlierHolds;
    private final Map<UUID, BookedTransaction> booked = new LinkedHashMap<>();
    private final Set<UUID> opened = new LinkedHashSet<>();
    private final Set<UUID> resolved = new LinkedHashSet<>();

    private Books(LedgerSnapshot before, Instant now) {
        this.now = now;
        this.funds = new HashMap<>(before.funds());
        this.transactions = new HashMap<>(before.transactions());
        this.holds = new HashMap<>(before.holds());
        this.earlierHolds = before.holds().keySet();
    }

    /**
     * What becomes of these commands.
     *
     * @param before what they touch, read under locks that are still held
     */
    public static Judgement judge(List<LedgerCommand> commands, LedgerSnapshot before, Instant now) {
        Books books = new Books(before, now);
        List<LedgerOutcome> outcomes = commands.stream().map(books::judge).toList();
        return new Judgement(outcomes, books.changes());
    }

    private LedgerOutcome judge(LedgerCommand command) {
        return command.fold(post -> post(post.transaction(), null), this::open, this::end, this::reverse);
    }

    private LedgerChanges changes() {
        return new LedgerChanges(
                new ArrayList<>(booked.values()),
                opened.stream().map(this::hold).toList(),
                resolved.stream().filter(earlierHolds::contains).map(this::hold).toList());
    }

    // --- transactions

    private LedgerOutcome post(LedgerTransaction transaction, @Nullable UUID reverses) {
        BookedTransaction earlier = transactions.get(transaction.id());
        if (earlier != null) {
            return sameContent(earlier.fingerprint().equals(transaction.fingerprint()));
        }
        for (Settlement settlement : transaction.settles()) {
            LedgerOutcome.Reason wrong = unfit(settlement, transaction);
            if (wrong != null) {
                return refused(wrong);
            }
        }
        Map<AccountName, Funds> after = after(transaction);
        for (Map.Entry<AccountName, Funds> account : after.entrySet()) {
            if (account.getValue().availablePaise() < 0) {
                return new LedgerOutcome.Refused(
                        INSUFFICIENT_FUNDS, funds(account.getKey()).availablePaise());
            }
        }
        book(transaction, reverses, after);
        return DONE;
    }

    private LedgerOutcome reverse(LedgerCommand.Reverse command) {
        BookedTransaction original = transactions.get(command.transactionId());
        if (original == null) {
            return refused(TRANSACTION_UNKNOWN);
        }
        if (original.reverses() != null) {
            return refused(REVERSAL_STAYS);
        }
        BookedTransaction earlier = transactions.get(command.reversalId());
        if (earlier != null) {
            return sameContent(original.id().equals(earlier.reverses()));
        }
        if (original.reversedBy() != null) {
            return refused(REVERSED_BEFORE);
        }
        return post(original.reversal(command.reversalId()), original.id());
    }

    private LedgerOutcome.@Nullable Reason unfit(Settlement settlement, LedgerTransaction transaction) {
        Hold hold = holds.get(settlement.holdId());
        if (hold == null) {
            return HOLD_UNKNOWN;
        }
        if (!hold.isOpen()) {
            return HOLD_RESOLVED;
        }
        if (hold.isOverAt(now)) {
            return HOLD_EXPIRED;
        }
        if (settlement.amountPaise() > hold.amountPaise()) {
            return HOLD_TOO_SMALL;
        }
        return settled(transaction, hold.account()) > debit(transaction, hold.account()) ? HOLD_OF_OTHER_ACCOUNT : null;
    }

    private long settled(LedgerTransaction transaction, AccountName account) {
        return transaction.settles().stream()
                .filter(settlement -> isOn(account, settlement))
                .mapToLong(Settlement::amountPaise)
                .reduce(0, Math::addExact);
    }

    private boolean isOn(AccountName account, Settlement settlement) {
        Hold hold = holds.get(settlement.holdId());
        return hold != null && hold.account().equals(account);
    }

    private static long debit(LedgerTransaction transaction, AccountName account) {
        return transaction.postings().stream()
                .filter(posting -> posting.account().equals(account))
                .mapToLong(Posting::amountPaise)
                .sum();
    }

    /** The owned accounts that it touches, as they would be. */
    private Map<AccountName, Funds> after(LedgerTransaction transaction) {
        Map<AccountName, Funds> after = new LinkedHashMap<>();
        for (Posting posting : transaction.postings()) {
            if (posting.account().kind().isOwned()) {
                after.put(posting.account(), funds(posting.account()).posted(posting.amountPaise()));
            }
        }
        for (Settlement settlement : transaction.settles()) {
            Hold hold = hold(settlement.holdId());
            after.computeIfPresent(hold.account(), (account, funds) -> funds.held(-hold.amountPaise()));
        }
        return after;
    }

    private void book(LedgerTransaction transaction, @Nullable UUID reverses, Map<AccountName, Funds> after) {
        BookedTransaction entry = BookedTransaction.now(transaction, reverses);
        transactions.put(entry.id(), entry);
        booked.put(entry.id(), entry);
        if (reverses != null) {
            transactions.computeIfPresent(reverses, (id, original) -> original.reversedBy(entry.id()));
        }
        funds.putAll(after);
        for (Settlement settlement : transaction.settles()) {
            resolve(hold(settlement.holdId()).posted(settlement.amountPaise(), entry.id()));
        }
    }

    // --- holds

    private LedgerOutcome open(LedgerCommand.Open command) {
        Hold wanted = command.hold();
        Hold earlier = holds.get(wanted.id());
        if (earlier != null) {
            return sameContent(earlier.isTheSameWishAs(wanted));
        }
        Funds before = funds(wanted.account());
        if (before.availablePaise() < wanted.amountPaise()) {
            return new LedgerOutcome.Refused(INSUFFICIENT_FUNDS, before.availablePaise());
        }
        funds.put(wanted.account(), before.held(wanted.amountPaise()));
        holds.put(wanted.id(), wanted);
        opened.add(wanted.id());
        return DONE;
    }

    private LedgerOutcome end(LedgerCommand.End command) {
        Hold hold = holds.get(command.holdId());
        if (hold == null) {
            return refused(HOLD_UNKNOWN);
        }
        if (!hold.isOpen()) {
            return hold.state() == Hold.State.POSTED ? refused(HOLD_RESOLVED) : DONE_BEFORE;
        }
        if (command.how() == Hold.State.EXPIRED && !hold.isOverAt(now)) {
            return refused(HOLD_NOT_EXPIRED);
        }
        funds.put(hold.account(), funds(hold.account()).held(-hold.amountPaise()));
        resolve(hold.ended(command.how()));
        return DONE;
    }

    private void resolve(Hold hold) {
        holds.put(hold.id(), hold);
        resolved.add(hold.id());
    }

    private Hold hold(UUID id) {
        Hold hold = holds.get(id);
        if (hold == null) {
            throw new IllegalStateException("hold " + id + " was there a moment ago");
        }
        return hold;
    }

    private Funds funds(AccountName account) {
        return funds.getOrDefault(account, Funds.NONE);
    }

    private static LedgerOutcome sameContent(boolean same) {
        return same ? DONE_BEFORE : refused(ID_WITH_OTHER_CONTENT);
    }

    private static LedgerOutcome refused(LedgerOutcome.Reason reason) {
        return new LedgerOutcome.Refused(reason, 0);
    }
}
