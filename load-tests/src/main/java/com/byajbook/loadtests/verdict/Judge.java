package com.byajbook.loadtests.verdict;

import com.byajbook.loadtests.verdict.Evidence.AcceptedRow;
import com.byajbook.loadtests.verdict.Evidence.CollectionRow;
import com.byajbook.loadtests.verdict.Evidence.LoanRow;
import com.byajbook.loadtests.verdict.Evidence.PaymentRow;
import com.byajbook.loadtests.verdict.Finding.Kind;
import com.byajbook.loadtests.verdict.Witness.Account;
import com.byajbook.loadtests.verdict.Witness.Knowledge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what the clients saw with what was found. Pure: the same evidence gives the same verdict. */
public final class Judge {
    /** What a decision makes of a loan: its first version. */
    private static final Set<String> DECIDED = Set.of("OFFERED", "DECLINED", "REFERRED");

    /** Where a loan that went on may stand when everything is at rest: every step on the way made a version of its own. */
    private static final Map<String, Integer> EARLIEST_VERSION =
            Map.of("LISTED", 2, "EXPIRED", 2, "CANCELLED", 2, "ACTIVE", 5, "CLOSED", 6, "WRITTEN_OFF", 6);

    private static final Set<String> PAYMENT_ENDS = Set.of("SUCCEEDED", "FAILED", "REVERSED");

    private final List<Account> accounts;
    private final Set<UUID> promised;
    private final Evidence evidence;
    private final List<Finding> findings = new ArrayList<>();

    private Judge(List<Account> accounts, Evidence evidence) {
        this.accounts = accounts;
        this.promised =
                accounts.stream().flatMap(account -> account.ids().stream()).collect(Collectors.toSet());
        this.evidence = evidence;
    }

    /** Judges everything that the clients saw. */
    public static Verdict judge(List<Account> accounts, Evidence evidence) {
        return new Judge(accounts, evidence).verdict();
    }

    private Verdict verdict() {
        judgeAcceptance();
        judgeLoans();
        judgePayments();
        judgeMessages();
        evidence.leftovers().forEach((place, count) -> {
            if (count != 0) {
                find(Kind.LEFT_OVER, count + " in " + place);
            }
        });
        int judged = (int) accounts.stream()
                .filter(account -> account.knowledge() == Knowledge.ACCEPTED)
                .count();
        return new Verdict(judged, findings);
    }

    /** Every 202 is one row, and every row belongs to a 202 or to a client that was left in the dark. */
    private void judgeAcceptance() {
        Map<Requested, List<AcceptedRow>> rows =
                evidence.accepted().stream().collect(Collectors.groupingBy(Requested::of));
        Set<UUID> ids = evidence.accepted().stream().map(AcceptedRow::id).collect(Collectors.toSet());
        Map<Requested, Account> wished = new HashMap<>();
        for (Account account : accounts) {
            Requested requested = Requested.of(account.wish());
            wished.put(requested, account);
            if (account.ids().size() > 1) {
                find(Kind.DOUBLED, "one key got several ids: " + account);
            }
            account.ids().stream()
                    .filter(id -> !ids.contains(id))
                    .forEach(id -> find(Kind.LOST, "accepted and not stored: " + id));
            if (rows.getOrDefault(requested, List.of()).size() > 1) {
                find(Kind.DOUBLED, "one key is stored several times: " + rows.get(requested));
            }
        }
        for (AcceptedRow row : evidence.accepted()) {
            Account account = wished.get(Requested.of(row));
            if (account == null || account.knowledge() == Knowledge.REFUSED) {
                find(Kind.UNEXPLAINED, "stored, but its client was told no or never asked: " + row);
            } else if (account.knowledge() == Knowledge.ACCEPTED
                    && !account.ids().contains(row.id())) {
                find(Kind.CONTRADICTORY, "stored under another id than the client was given: " + row);
            }
        }
    }

    private void judgeLoans() {
        Map<UUID, LoanRow> loans = uniquely(evidence.loans(), LoanRow::id, "loan");
        Set<UUID> applied = stored(Wish.Kind.LOAN);
        for (UUID id : applied) {
            LoanRow loan = loans.get(id);
            if (loan == null) {
                find(Kind.LOST, "no decision on application " + id);
            } else if (loan.decisions() > 1 || DECIDED.contains(loan.status()) && loan.version() > 1) {
                find(Kind.DOUBLED, "decided more than once: " + loan);
            } else if (loan.decisions() == 0 || !isAtRest(loan)) {
                find(Kind.LOST, "never decided, or still under way: " + loan);
            } else {
                compareWithShown(Wish.Kind.LOAN, id, loan.status());
            }
        }
        loans.keySet().stream()
                .filter(id -> !applied.contains(id))
                .forEach(id -> find(Kind.UNEXPLAINED, "a loan without an accepted application: " + id));
    }

    private static boolean isAtRest(LoanRow loan) {
        return DECIDED.contains(loan.status())
                || loan.version() >= EARLIEST_VERSION.getOrDefault(loan.status(), Integer.MAX_VALUE);
    }

    private void judgePayments() {
        Map<UUID, PaymentRow> payments = uniquely(evidence.payments(), PaymentRow::id, "payment");
        Map<String, CollectionRow> collections =
                uniquely(evidence.collections(), CollectionRow::merchantTxnId, "collection");
        Map<UUID, Wish.Kind> ordered = new HashMap<>();
        for (Wish.Kind kind : List.of(Wish.Kind.PAYMENT, Wish.Kind.DEPOSIT)) {
            stored(kind).forEach(id -> ordered.put(id, kind));
        }
        ordered.forEach((id, kind) -> {
            PaymentRow payment = payments.get(id);
            if (payment == null || payment.kind() != kind || !PAYMENT_ENDS.contains(payment.state())) {
                find(Kind.LOST, kind + " " + id + " has not ended: " + payment);
            } else {
                judgeMoney(payment, collections.get(id.toString()));
                judgeAllocation(payment);
                compareWithShown(kind, id, payment.state());
            }
        });
        payments.keySet().stream()
                .filter(id -> !ordered.containsKey(id))
                .forEach(id -> find(Kind.UNEXPLAINED, "a payment that nobody asked for: " + id));
        collections.keySet().stream()
                .filter(id -> !payments.containsKey(UUID.fromString(id)))
                .forEach(id -> find(Kind.UNEXPLAINED, "a collection without a payment: " + id));
    }

    private void judgeMoney(PaymentRow payment, @Nullable CollectionRow collection) {
        boolean succeeded = payment.state().equals("SUCCEEDED");
        if (payment.attempts() != 1 || payment.references() > 1) {
            find(Kind.DOUBLED, "collected more than once: " + payment);
        }
        boolean forgotten = collection == null && evidence.collections().size() >= Evidence.MOST_COLLECTIONS;
        if (succeeded && (collection == null && !forgotten || payment.references() == 0)) {
            find(Kind.CONTRADICTORY, "succeeded without money: " + payment + " " + collection);
        }
        if (collection != null
                && (collection.amountPaise() != payment.amountPaise()
                        || collection.status().equals("SUCCEEDED") != succeeded)) {
            find(Kind.CONTRADICTORY, "the provider and our books differ: " + payment + " " + collection);
        }
    }

    /** What came in for a loan paid something, all of it, to the paisa. */
    private void judgeAllocation(PaymentRow payment) {
        if (payment.kind() != Wish.Kind.PAYMENT || !payment.state().equals("SUCCEEDED")) {
            return;
        }
        Long sharedOut = payment.sharedOutPaise();
        if (sharedOut == null) {
            find(Kind.LOST, "paid, and never allocated and shared out: " + payment);
        } else if (sharedOut != payment.amountPaise()) {
            find(Kind.CONTRADICTORY, "shared out is another sum than was paid: " + payment);
        }
    }

    /** Each decision, each ended payment and each further piece of news is told to its person once. */
    private void judgeMessages() {
        Map<UUID, Long> owed = new HashMap<>(evidence.news());
        evidence.accepted().forEach(row -> owed.merge(row.person(), 1L, Long::sum));
        Set<UUID> people = new HashSet<>(owed.keySet());
        people.addAll(evidence.messages().keySet());
        for (UUID person : people) {
            long expected = owed.getOrDefault(person, 0L);
            long got = evidence.messages().getOrDefault(person, 0L);
            if (got != expected) {
                find(got < expected ? Kind.LOST : Kind.DOUBLED, person + " got " + got + " messages, not " + expected);
            }
        }
    }

    private void compareWithShown(Wish.Kind kind, UUID id, String status) {
        String shown = evidence.shown().get(id);
        if (promised.contains(id) && !evidence.unasked().contains(id) && !status.equals(shown)) {
            find(Kind.CONTRADICTORY, kind + " " + id + " is " + status + " but its owner is shown " + shown);
        }
    }

    private Set<UUID> stored(Wish.Kind kind) {
        return evidence.accepted().stream()
                .filter(row -> isOf(kind, row))
                .map(AcceptedRow::id)
                .collect(Collectors.toSet());
    }

    private static boolean isOf(Wish.Kind kind, AcceptedRow row) {
        return row.operation().equals(kind.operation());
    }

    private <K, V> Map<K, V> uniquely(List<V> rows, Function<V, K> key, String what) {
        Map<K, V> byKey = new HashMap<>();
        for (V row : rows) {
            if (byKey.put(key.apply(row), row) != null) {
                find(Kind.DOUBLED, "more than one " + what + " " + row);
            }
        }
        return byKey;
    }

    private void find(Kind kind, String what) {
        findings.add(new Finding(kind, what));
    }
}
