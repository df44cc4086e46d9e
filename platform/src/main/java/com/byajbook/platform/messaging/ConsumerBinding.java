package com.byajbook.platform.messaging;

import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A queue and what is done with its messages.
 *
 * @param queue the queue's name, which is also the consumer's name in the inbox
 * @param types what the queue takes
 * @param contract the messages' common type
 * @param prefetch the most messages that were delivered and not yet acknowledged
 * @param batchSize the most messages that are handled in one transaction
 * @param linger how long a batch waits for more
 * @param concurrency the most batches in hand at once; no larger than the database permits behind it
 * @param trafficClass how much the work matters beside what else wants the same database and partners
 * @param handler completes when the effect of the whole batch is committed
 */
public record ConsumerBinding<M extends Message>(
        String queue,
        Set<MessageType> types,
        Class<M> contract,
        int prefetch,
        int batchSize,
        Duration linger,
        int concurrency,
        TrafficClass trafficClass,
        Function<List<M>, Mono<Void>> handler) {

    /** A queue of one kind of message. */
    public static <M extends Message> Builder<M> of(String queue, Class<M> contract) {
        return new Builder<>(queue, EnumSet.of(MessageType.of(contract)), contract);
    }

    /** A queue of several kinds of message. */
    public static Builder<Message> ofMany(String queue, List<Class<? extends Message>> contracts) {
        Set<MessageType> types = EnumSet.noneOf(MessageType.class);
        contracts.forEach(contract -> types.add(MessageType.of(contract)));
        return new Builder<>(queue, types, Message.class);
    }

    /** The bounds, one after the other. */
    public static final class Builder<M extends Message> {

        private final String queue;
        private final Set<MessageType> types;
        private final Class<M> contract;
        private int prefetch = 200;
        private int batchSize = 50;
        private Duration linger = Duration.ofMillis(5);
        private int concurrency = 2;
        private TrafficClass trafficClass = TrafficClass.CRITICAL;

        private Builder(String queue, Set<MessageType> types, Class<M> contract) {
            this.queue = queue;
            this.types = types;
            this.contract = contract;
        }

        /** The most messages that were delivered and not yet acknowledged; default 200. */
        public Builder<M> prefetch(int messages) {
            this.prefetch = messages;
            return this;
        }

        /** The most messages of one batch and how long it waits for more; default 50 and 5 ms. */
        public Builder<M> batch(int messages, Duration wait) {
            this.batchSize = messages;
            this.linger = wait;
            return this;
        }

        /** The most batches in hand at once; default 2. */
        public Builder<M> concurrency(int batches) {
            this.concurrency = batches;
            return this;
        }

        /** How much the work matters; critical if nothing is said, for it was accepted before. */
        public Builder<M> as(TrafficClass importance) {
            this.trafficClass = importance;
            return this;
        }

        /** The binding with its handler. */
        public ConsumerBinding<M> handledBy(Function<List<M>, Mono<Void>> handler) {
            return new ConsumerBinding<>(
                    queue, types, contract, prefetch, batchSize, linger, concurrency, trafficClass, handler);
        }
    }
}
