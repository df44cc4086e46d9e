package com.byajbook.platform.messaging;

import com.byajbook.platform.message.Message;
import java.util.List;
import java.util.function.Function;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * One transaction around what a message causes: the mark that it was seen, the effect, and the messages that follow from
 * it. After the commit these leave at once from memory; the relay sends what a crash left behind.
 */
public final class MessageTransaction {

    private final TransactionalOperator transaction;
    private final Inbox inbox;
    private final Outbox outbox;
    private final OutboxRelay relay;

    MessageTransaction(TransactionalOperator transaction, Inbox inbox, Outbox outbox, OutboxRelay relay) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.outbox = outbox;
        this.relay = relay;
    }

    /**
     * Applies the effect to the messages that this consumer has never seen, exactly once however often they arrive.
     *
     * @param effect takes the new messages only, is not called when there are none, and answers with what is to be sent;
     *     it must not call anything remote
     */
    public <M extends Message> Mono<Void> once(
            String consumer, List<M> batch, Function<List<M>, Mono<List<Message>>> effect) {
        return commit(inbox.enter(consumer, batch)
                        .flatMap(fresh -> fresh.isEmpty() ? Mono.just(List.<Message>of()) : effect.apply(fresh)))
                .then();
    }

    /** Commits the effect together with the messages it answers with; for work that no message started. */
    public Mono<List<Message>> commit(Mono<List<Message>> effect) {
        return effect.flatMap(this::append)
                .as(transaction::transactional)
                .doOnNext(committed -> relay.publish(committed.outgoing()))
                .map(Committed::messages);
    }

    private Mono<Committed> append(List<Message> messages) {
        Committed committed = new Committed(messages, outbox.encode(messages));
        return outbox.appendEncoded(committed.outgoing()).thenReturn(committed);
    }

    private record Committed(List<Message> messages, List<OutgoingMessage> outgoing) {}
}
