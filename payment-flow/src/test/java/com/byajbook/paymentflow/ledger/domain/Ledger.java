package com.byajbook.paymentflow.ledger.domain;

import static com.byajbook.paymentflow.ledger.domain.AccountKind.LENDERS_ESCROW;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LENDER_WALLET;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Books in memory: what a store does for the rules, in the simplest way. */
public final class Ledger {

    public static final Instant NOON = Instant.parse("2026-11-08T12:00:00Z");
    public static final UUID LOAN = new UUID(7, 7);

    public final Map<AccountName, Funds> funds = new HashMap<>();
    public final Map<UUID, BookedTransaction> transactions = new HashMap<>();
    public final Map<UUID, Hold> holds = new HashMap<>();
    public Instant now = NOON;

    public static AccountName wallet(int lender) {
        return AccountName.of(LENDER_WALLET, new UUID(1, lender));
    }

    public static AccountName escrow() {
        return AccountName.shared(LENDERS_ESCROW);
    }

    public static UUID id(int number) {
        return new UUID(9, number);
    }

    public static LedgerTransaction deposit(UUID id, AccountName wallet, long paise) {
        return LedgerTransaction.of(
                id, Purpose.DEPOSIT, LOAN, List.of(Posting.debit(escrow(), paise), Posting.credit(wallet, paise)));
    }

    public static LedgerTransaction transfer(UUID id, AccountName from, AccountName to, long paise) {
        return LedgerTransaction.of(
                id, Purpose.ADJUSTMENT, LOAN, List.of(Posting.debit(from, paise), Posting.credit(to, paise)));
    }

    public static LedgerTransaction settling(LedgerTransaction transaction, UUID holdId, long paise) {
        return new LedgerTransaction(
                transaction.id(),
                transaction.purpose(),
                transaction.subjectId(),
                transaction.postings(),
                List.of(new LedgerTransaction.Settlement(holdId, paise)));
    }

    public static Hold hold(int number, AccountName account, long paise) {
        return Hold.open(id(number), account, LOAN, paise, NOON.plus(Duration.ofHours(1)));
    }

    Ledger with(int lender, long paise) {
        apply(new LedgerCommand.Post(deposit(UUID.randomUUID(), wallet(lender), paise)));
        return this;
    }

    LedgerOutcome apply(LedgerCommand command) {
        return apply(List.of(command)).get(0);
    }

    /** Does what the store does with a batch. */
    public List<LedgerOutcome> apply(List<LedgerCommand> commands) {
        Judgement judgement = Books.judge(commands, snapshot(), now);
        write(judgement.changes());
        return judgement.outcomes();
    }

    /** All that it knows. */
    public LedgerSnapshot snapshot() {
        return new LedgerSnapshot(owned(), transactions, holds);
    }

    /** Writes what was judged. */
    public void write(LedgerChanges changes) {
        changes.resolved().forEach(hold -> {
            Hold before = holds.put(hold.id(), hold);
            if (before == null || !before.isOpen()) {
                throw new AssertionError(hold + " was not open");
            }
            add(hold.account(), 0, -hold.amountPaise());
        });
        changes.booked().forEach(this::book);
        changes.opened().forEach(hold -> {
            holds.put(hold.id(), hold);
            add(hold.account(), 0, hold.isOpen() ? hold.amountPaise() : 0);
        });
    }

    public Funds fundsOf(AccountName account) {
        return funds.getOrDefault(account, Funds.NONE);
    }

    /** A copy of everything, to compare with. */
    List<Object> everything() {
        return new ArrayList<>(List.of(Map.copyOf(funds), Map.copyOf(transactions), Map.copyOf(holds)));
    }

    private Map<AccountName, Funds> owned() {
        Map<AccountName, Funds> owned = new HashMap<>(funds);
        owned.keySet().removeIf(name -> !name.kind().isOwned());
        return owned;
    }

    private void book(BookedTransaction transaction) {
        transactions.put(transaction.id(), transaction);
        if (transaction.reverses() != null) {
            transactions.computeIfPresent(
                    transaction.reverses(), (id, original) -> original.reversedBy(transaction.id()));
        }
        transaction.postings().forEach(posting -> add(posting.account(), posting.amountPaise(), 0));
    }

    private void add(AccountName account, long paise, long held) {
        Funds before = funds.getOrDefault(account, Funds.NONE);
        funds.put(account, new Funds(before.balancePaise() + paise, before.heldPaise() + held));
    }
}
