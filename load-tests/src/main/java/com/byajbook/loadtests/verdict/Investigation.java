package com.byajbook.loadtests.verdict;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.client.SandboxControl;
import com.byajbook.loadtests.client.SandboxControl.Sms;
import com.byajbook.loadtests.harness.BrokerView;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.Queues;
import com.byajbook.loadtests.harness.Site;
import com.byajbook.loadtests.verdict.Evidence.CollectionRow;
import com.byajbook.loadtests.verdict.Witness.Account;
import com.byajbook.localstack.processes.Termination;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Waits until the platform has come to rest, looks everywhere, and has it judged. */
public final class Investigation {
    private static final int READERS = 8;
    private static final int MOST_ASKED = 4_000;
    private static final Duration COME_AGAIN = Duration.ofSeconds(20);
    private static final List<String> GATEWAYS = List.of("sms", "whatsapp");

    private final Site site;
    private final PublicApi api;
    private final SandboxControl sandbox;
    private final Books books;
    private final Invariants invariants;

    /** What was there before the clients came; of use only to {@link #of(Witness, Duration, Past)}. */
    public record Past(Evidence evidence, long toldByGateways) {}

    public Investigation(Site site) {
        this.site = site;
        this.api = new PublicApi(site.api());
        this.sandbox = new SandboxControl(site.sandbox());
        this.books = new Books(site);
        this.invariants = new Invariants(site);
    }

    /** Judges what is found at rest, or after {@code patience}, whichever comes first. */
    public Verdict of(Witness witness, Duration patience) {
        boolean rested = Termination.waitUntil(this::isAtRest, patience);
        List<Account> accounts = witness.accounts();
        return judged(rested, patience, accounts, evidence(accounts, inboxes()));
    }

    /** What there is at rest, to be left out of a later verdict. @throws HarnessException if it does not come to rest in time */
    public Past past(Duration patience) {
        if (!Termination.waitUntil(this::isAtRest, patience)) {
            throw new HarnessException("The platform is not at rest after " + patience.toSeconds()
                    + " s, so that a run could not be told from what was there before it: " + leftovers()
                    + ". Begin anew with ./byajbook up --fresh.");
        }
        return new Past(evidence(List.of(), books.delivered()), toldByGateways());
    }

    /**
     * Judges what has happened since {@code past}, as {@link #of(Witness, Duration)} does, but for many more wishes than phones can
     * remember: messages are counted in the books, and their number is compared with that of the gateways.
     */
    public Verdict of(Witness witness, Duration patience, Past past) {
        boolean rested = Termination.waitUntil(this::isAtRest, patience);
        List<Account> accounts = witness.accounts();
        Evidence evidence = evidence(accounts, books.delivered()).since(past.evidence());
        long told =
                evidence.messages().values().stream().mapToLong(Long::longValue).sum();
        evidence.leftovers()
                .put(
                        "the difference between messages in the books and at the gateways",
                        toldByGateways() - past.toldByGateways() - told);
        return judged(rested, patience, accounts, evidence);
    }

    private static Verdict judged(boolean rested, Duration patience, List<Account> accounts, Evidence evidence) {
        Verdict verdict = Judge.judge(accounts, evidence);
        if (!rested && verdict.isClean()) {
            throw new HarnessException("The platform is not at rest after " + patience.toSeconds()
                    + " s, and the judge does not see why: " + evidence.leftovers());
        }
        return verdict;
    }

    private boolean isAtRest() {
        try {
            return books.areAtRest() && queued().values().stream().allMatch(count -> count == 0);
        } catch (HarnessException serverAway) {
            return false;
        }
    }

    private Evidence evidence(List<Account> accounts, Map<UUID, Long> messages) {
        List<Account> asked = asked(accounts);
        Set<UUID> askedIds = ids(asked).collect(Collectors.toSet());
        return new Evidence(
                books.accepted(),
                books.loans(),
                books.payments(),
                sandbox.collections().stream()
                        .map(c -> new CollectionRow(c.merchantTxnId(), c.status(), c.amountPaise()))
                        .toList(),
                shown(asked),
                ids(accounts).filter(id -> !askedIds.contains(id)).collect(Collectors.toSet()),
                books.news(),
                messages,
                leftoversAndBreaches());
    }

    /** All of them, or as many as the API can be asked for in reasonable time, evenly chosen. */
    private static List<Account> asked(List<Account> accounts) {
        List<Account> accepted =
                accounts.stream().filter(account -> !account.ids().isEmpty()).toList();
        int every = 1 + (accepted.size() - 1) / MOST_ASKED;
        return Stream.iterate(0, i -> i < accepted.size(), i -> i + every)
                .map(accepted::get)
                .toList();
    }

    private static Stream<UUID> ids(List<Account> accounts) {
        return accounts.stream().flatMap(account -> account.ids().stream());
    }

    private Map<String, Long> leftoversAndBreaches() {
        Map<String, Long> found = leftovers();
        found.putAll(invariants.broken());
        return found;
    }

    private Map<String, Long> leftovers() {
        Map<String, Long> leftovers = books.leftovers();
        leftovers.putAll(queued());
        return leftovers;
    }

    private Map<String, Long> queued() {
        BrokerView broker = site.broker();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String queue : Queues.ALL) {
            counts.put("the queue " + queue, broker.ready(queue));
            counts.put("the queue " + Queues.dead(queue), broker.ready(Queues.dead(queue)));
        }
        return counts;
    }

    /** As each owner sees it: the promise was made to them, by this API. */
    private Map<UUID, String> shown(List<Account> accounts) {
        Map<UUID, String> shown = new ConcurrentHashMap<>();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<?>> reads = accounts.stream()
                    .flatMap(account ->
                            account.ids().stream().<Runnable>map(id -> () -> show(account.wish(), id, shown)))
                    .<Future<?>>map(readers::submit)
                    .collect(Collectors.toList());
            for (Future<?> read : reads) {
                read.get();
            }
            return shown;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        } catch (ExecutionException e) {
            throw new HarnessException("The public API did not answer the judge", e.getCause());
        } finally {
            readers.shutdownNow();
        }
    }

    private void show(Wish wish, UUID id, Map<UUID, String> shown) {
        Answer answer = askedUntilAnswered(wish.person(), wish.kind().path() + "/" + id);
        if (answer.status() == 200) {
            shown.put(id, answer.text("status"));
        } else if (answer.status() != 404) {
            shown.put(id, "HTTP " + answer.status());
        }
    }

    /** The judge reads much at once, and a platform that protects itself may tell it to come again. */
    private Answer askedUntilAnswered(Person owner, String path) {
        Answer[] answer = {api.get(owner, path)};
        Termination.waitUntil(
                () -> {
                    boolean refused = answer[0].status() == 429 || answer[0].status() == 503;
                    answer[0] = refused ? api.get(owner, path) : answer[0];
                    return !refused;
                },
                COME_AGAIN);
        return answer[0];
    }

    private Map<UUID, Long> inboxes() {
        return books.phones().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, person -> distinct(sandbox.inbox(person.getValue()))));
    }

    private static long distinct(List<Sms> messages) {
        return messages.stream().map(Sms::messageId).distinct().count();
    }

    private long toldByGateways() {
        return GATEWAYS.stream()
                .mapToLong(gateway -> sandbox.counter(gateway, "distinctMessages"))
                .sum();
    }
}
