package com.byajbook.notifications.delivery;

import com.byajbook.notifications.contacts.Channel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A store of due messages in memory that can fail when told to. */
final class ScriptedMessages implements PendingMessages {
    final Deque<Outgoing> due = new ArrayDeque<>();
    final List<Step> recorded = new ArrayList<>();
    final List<Integer> claims = new ArrayList<>();
    int failures;

    @Override
    public Flux<Outgoing> claim(Channel channel, int limit) {
        return Flux.defer(() -> {
            claims.add(limit);
            List<Outgoing> claimed = new ArrayList<>();
            while (claimed.size() < limit && !due.isEmpty()) {
                claimed.add(due.removeFirst());
            }
            return Flux.fromIterable(claimed);
        });
    }

    @Override
    public Mono<Void> record(List<Step> steps) {
        return Mono.defer(() -> {
            if (failures-- > 0) {
                return Mono.error(new IllegalStateException("the database is away"));
            }
            recorded.addAll(steps);
            return Mono.empty();
        });
    }
}
