package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.http.BadInput;
import com.byajbook.localstack.sandbox.http.Check;
import com.byajbook.localstack.sandbox.partner.BoundedStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which behaviour a new transaction gets: its own, else its amount's, else the next one queued, else the default. */
final class Behaviours {
    private static final int MAX_QUEUED = 1_000;
    private static final int MAX_FOR_NEXT = 1_000_000;
    private static final int MAX_OWN = 10_000;

    private final BoundedStore<String, Behaviour> own = new BoundedStore<>(MAX_OWN);
    private final BoundedStore<Long, Behaviour> byAmount = new BoundedStore<>(MAX_OWN);
    private final Deque<Queued> queue = new ArrayDeque<>();
    private Behaviour byDefault = Behaviour.NORMAL;

    private record Queued(Behaviour behaviour, long remaining) {}

    synchronized void set(Behaviour.Setting setting) {
        setting.refuseTwoTargets();
        Behaviour behaviour = setting.behaviour();
        if (setting.forTxn() != null) {
            own.put(Order.merchantTxnId("forTxn", setting.forTxn()), behaviour);
        } else if (setting.forAmountPaise() != null) {
            byAmount.put(Order.amount("forAmountPaise", setting.forAmountPaise()), behaviour);
        } else if (setting.forNext() != null) {
            enqueue(behaviour, Check.within("forNext", setting.forNext(), 1, MAX_FOR_NEXT));
        } else {
            byDefault = behaviour;
        }
    }

    private void enqueue(Behaviour behaviour, long times) {
        if (queue.size() >= MAX_QUEUED) {
            throw new BadInput("At most " + MAX_QUEUED + " 'forNext' settings can wait.");
        }
        queue.addLast(new Queued(behaviour, times));
    }

    synchronized Behaviour draw(String merchantTxnId, long amountPaise) {
        return own.find(merchantTxnId).or(() -> byAmount.find(amountPaise)).orElseGet(this::next);
    }

    private Behaviour next() {
        Queued first = queue.pollFirst();
        if (first == null) {
            return byDefault;
        }
        if (first.remaining > 1) {
            queue.addFirst(new Queued(first.behaviour, first.remaining - 1));
        }
        return first.behaviour;
    }

    synchronized Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("default", byDefault);
        shown.put("next", queue.stream().limit(20).toList());
        shown.put("forTxn", own.size());
        shown.put("forAmountPaise", byAmount.size());
        return shown;
    }

    synchronized void reset() {
        own.clear();
        byAmount.clear();
        queue.clear();
        byDefault = Behaviour.NORMAL;
    }
}
