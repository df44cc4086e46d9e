package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.http.BadInput;
import com.byajbook.localstack.sandbox.http.Reply;
import com.byajbook.localstack.sandbox.partner.BoundedStore;
import com.byajbook.localstack.sandbox.upi.UpiTransaction.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** The latest 50,000 transactions of a provider: begins each once, and ends it as its behaviour says. */
final class Transactions {
    private static final int REMEMBERED = 50_000;

    private final String provider;
    private final References references;
    private final Endings endings;
    private final Behaviours behaviours;
    private final Timers timers;
    private final Webhooks webhooks;
    private final BoundedStore<String, UpiTransaction> remembered = new BoundedStore<>(REMEMBERED);
    private final AtomicInteger resets = new AtomicInteger();
    private final LongAdder distinct = new LongAdder();
    private final LongAdder distinctPayouts = new LongAdder();
    private final LongAdder repeatedCollects = new LongAdder();
    private final LongAdder repeatedPays = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    Transactions(
            String provider,
            References references,
            Endings endings,
            Behaviours behaviours,
            Timers timers,
            Webhooks webhooks) {
        this.provider = provider;
        this.references = references;
        this.endings = endings;
        this.behaviours = behaviours;
        this.timers = timers;
        this.webhooks = webhooks;
    }

    Mono<Reply> submit(Order order) {
        if (timers.full()) {
            return Mono.just(Reply.problem(503, "sandbox_full", "Too many transactions are pending in the sandbox."));
        }
        UpiTransaction transaction = remembered.getOrAdd(order.merchantTxnId(), () -> begun(order));
        if (!transaction.order().meansTheSameAs(order)) {
            throw new BadInput(409, "This merchantTxnId was used with another amount or in the other direction.");
        }
        return taken(transaction, transaction.submittedFirst());
    }

    private UpiTransaction begun(Order order) {
        Behaviour behaviour = behaviours.draw(order.merchantTxnId(), order.amountPaise());
        return new UpiTransaction(order, "UPI" + references.next(), behaviour);
    }

    private Mono<Reply> taken(UpiTransaction transaction, boolean first) {
        count(transaction.order().direction(), first);
        Behaviour behaviour = transaction.behaviour();
        if (first && behaviour.outcome() != Behaviour.Outcome.NEVER) {
            unlessReset(behaviour.endsAfterMs(), () -> end(transaction));
        }
        if (first && behaviour.outcome() == Behaviour.Outcome.SUBMIT_TIMEOUT) {
            return Mono.never();
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("merchantTxnId", transaction.order().merchantTxnId());
        answer.put("providerTxnId", transaction.providerTxnId());
        answer.put("status", Status.PENDING);
        return Mono.just(Reply.json(202, answer));
    }

    private void count(Direction direction, boolean first) {
        if (!first) {
            (direction == Direction.PAY ? repeatedPays : repeatedCollects).increment();
            return;
        }
        distinct.increment();
        if (direction == Direction.PAY) {
            distinctPayouts.increment();
        }
    }

    /** A transaction that was forgotten must not end among the counts and webhooks of those that came after it. */
    private void unlessReset(long delayMs, Runnable task) {
        int before = resets.get();
        timers.after(delayMs, () -> {
            if (resets.get() == before) {
                task.run();
            }
        });
    }

    private void end(UpiTransaction transaction) {
        Behaviour behaviour = transaction.behaviour();
        End end = endings.of(behaviour);
        transaction.end(end);
        announce(transaction, end, behaviour.reorder());
        if (behaviour.outcome() == Behaviour.Outcome.REVERSED_LATER) {
            unlessReset(behaviour.lateByMs(), () -> reverse(transaction, end));
        }
    }

    private void reverse(UpiTransaction transaction, End success) {
        End reversal = endings.reversalOf(success);
        transaction.reverse(success, reversal);
        // Never held itself: it lets go of a held success, which then arrives after its own reversal.
        announce(transaction, reversal, false);
    }

    private void announce(UpiTransaction transaction, End end, boolean reorder) {
        Behaviour behaviour = transaction.behaviour();
        if (!behaviour.sendsWebhook()) {
            dropped.increment();
            return;
        }
        Webhook webhook = Webhook.of(provider, transaction, end);
        for (int copy = 0; copy <= behaviour.duplicates(); copy++) {
            webhooks.send(webhook, reorder && copy == 0);
        }
    }

    Optional<UpiTransaction> find(String merchantTxnId) {
        return remembered.find(merchantTxnId);
    }

    List<UpiTransaction> newestFirst(Predicate<UpiTransaction> filter, int limit) {
        return remembered.newestFirst(filter, limit);
    }

    List<UpiTransaction> newestFirst(Predicate<UpiTransaction> filter) {
        return remembered.newestFirst(filter, REMEMBERED);
    }

    Map<String, Object> counters() {
        Map<String, Object> counters = new LinkedHashMap<>();
        counters.put("distinctTransactions", distinct.sum());
        counters.put("distinctPayouts", distinctPayouts.sum());
        counters.put("repeatedCollects", repeatedCollects.sum());
        counters.put("repeatedPays", repeatedPays.sum());
        counters.putAll(endings.counters());
        counters.put("webhooksNeverSent", dropped.sum());
        return counters;
    }

    void reset() {
        resets.incrementAndGet();
        remembered.clear();
        endings.reset();
        List.of(distinct, distinctPayouts, repeatedCollects, repeatedPays, dropped)
                .forEach(LongAdder::reset);
    }
}
