package com.byajbook.loadtests.verdict;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.client.SandboxControl;
import com.byajbook.loadtests.client.SandboxControl.Sms;
import com.byajbook.loadtests.harness.BrokerView;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.Platform;
import com.byajbook.loadtests.harness.Queues;
import com.byajbook.loadtests.verdict.Evidence.CollectionRow;
import com.byajbook.loadtests.verdict.Witness.Account;
import com.byajbook.localstack.processes.Termination;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Waits until the platform has come to rest, looks everywhere, and has it judged. */
public final class Investigation {
    private static final int READERS = 8;

    private final Platform platform;
    private final PublicApi api;
    private final SandboxControl sandbox;
    private final Books books;

    public Investigation(Platform platform) {
        this.platform = platform;
        this.api = new PublicApi(platform.api());
        this.sandbox = new SandboxControl(platform.sandbox());
        this.books = new Books(platform);
    }

    /** Judges what is found at rest, or after {@code patience}, whichever comes first. */
    public Verdict of(Witness witness, Duration patience) {
        boolean rested = Termination.waitUntil(this::isAtRest, patience);
        List<Account> accounts = witness.accounts();
        Evidence evidence = evidence(accounts);
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

    private Evidence evidence(List<Account> accounts) {
        Map<String, Long> leftovers = books.leftovers();
        leftovers.putAll(queued());
        return new Evidence(
                books.accepted(),
                books.loans(),
                books.payments(),
                sandbox.collections().stream()
                        .map(c -> new CollectionRow(c.merchantTxnId(), c.status(), c.amountPaise()))
                        .toList(),
                shown(accounts),
                messages(),
                leftovers);
    }

    private Map<String, Long> queued() {
        BrokerView broker = platform.broker();
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
        Person owner = wish.person();
        Answer answer = api.get(owner, wish.kind().path() + "/" + id);
        if (answer.status() == 200) {
            shown.put(id, answer.text("status"));
        } else if (answer.status() != 404) {
            shown.put(id, "HTTP " + answer.status());
        }
    }

    private Map<UUID, Long> messages() {
        return books.phones().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, person -> distinct(sandbox.inbox(person.getValue()))));
    }

    private static long distinct(List<Sms> messages) {
        return messages.stream().map(Sms::messageId).distinct().count();
    }
}
