package com.byajbook.platform.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.rabbitmq.OutboundMessageResult;
import reactor.rabbitmq.RabbitFlux;
import reactor.rabbitmq.SendOptions;
import reactor.rabbitmq.Sender;
import reactor.rabbitmq.SenderOptions;

/**
 * One connection's life as a publisher: its channel, its stream of confirms and the messages it has not yet answered.
 *
 * <p>When the connection or the channel ends, all that is unanswered becomes unknown and the generation is never used
 * again. Nothing survives into the next one, so a confirm can never be taken for another message's.
 */
final class PublisherGeneration {

    private static final Logger log = LoggerFactory.getLogger(PublisherGeneration.class);

    private final Connection connection;
    private final Set<Publication> pending = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Disposable.Swap stream = Disposables.swap();
    private final BiConsumer<PublisherGeneration, Throwable> onEnd;
    private volatile boolean blocked;
    private volatile @Nullable FluxSink<Publication> sink;

    PublisherGeneration(Connection connection, BiConsumer<PublisherGeneration, Throwable> onEnd) {
        this.connection = connection;
        this.onEnd = onEnd;
    }

    /** Starts the stream on a channel of its own; must be called on a thread that may block. */
    void start(Channel channel, Scheduler writer, Scheduler blocking) {
        connection.addBlockedListener(reason -> blocked = true, () -> blocked = false);
        connection.addShutdownListener(this::end);
        channel.addShutdownListener(this::end);
        Sender sender = RabbitFlux.createSender(new SenderOptions()
                .connectionMono(Mono.just(connection))
                // Given, because a sender makes two schedulers of its own otherwise and every generation would leak
                // them.
                .connectionSubscriptionScheduler(blocking)
                .resourceManagementScheduler(blocking));
        // The window of the publisher bounds what is ever in this buffer.
        Flux<Publication> messages = Flux.<Publication>create(s -> sink = s, FluxSink.OverflowStrategy.BUFFER)
                .publishOn(writer);
        stream.update(sender.sendWithTypedPublishConfirms(messages, options(channel))
                .subscribe(this::confirmed, this::end, () -> end(new IllegalStateException("the confirms ended"))));
    }

    private SendOptions options(Channel channel) {
        return new SendOptions()
                .channelMono(Mono.just(channel))
                .trackReturned(true)
                // The connection is closed with the generation, and its channel with it.
                .channelCloseHandler((signal, ended) -> {})
                // The library's own handler sleeps and tries again; a write that failed ends the generation instead.
                .exceptionHandler((context, e) -> end(e));
    }

    /** Sends, and answers through the publication. */
    void send(Publication publication) {
        FluxSink<Publication> current = sink;
        if (current == null || ended.get()) {
            publication.answer(PublishOutcome.NOT_CONNECTED);
            return;
        }
        pending.add(publication);
        FluxSink<Publication> unused = current.next(publication);
        // The end may have swept the pending ones just before this one was added.
        if (ended.get()) {
            settle(publication, PublishOutcome.UNKNOWN);
        }
    }

    private void confirmed(OutboundMessageResult<Publication> result) {
        PublishOutcome outcome = result.isReturned()
                ? PublishOutcome.RETURNED
                : result.isAck() ? PublishOutcome.CONFIRMED : PublishOutcome.REFUSED_BY_BROKER;
        settle(result.getOutboundMessage(), outcome);
    }

    /** Messages that waited too long for their confirm become unknown. Returns how many did. */
    int expire(long nowNanos) {
        int expired = 0;
        for (Publication publication : pending) {
            if (publication.isExpired(nowNanos)) {
                settle(publication, PublishOutcome.UNKNOWN);
                expired++;
            }
        }
        return expired;
    }

    private void settle(Publication publication, PublishOutcome outcome) {
        if (pending.remove(publication)) {
            publication.answer(outcome);
        }
    }

    /** Ends this generation; only the first call counts. */
    void end(Throwable cause) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        log.debug("A publisher generation ends with {} unanswered", pending.size(), cause);
        stream.dispose();
        for (Publication publication : pending) {
            settle(publication, PublishOutcome.UNKNOWN);
        }
        onEnd.accept(this, cause);
    }

    boolean isBlocked() {
        return blocked;
    }

    Connection connection() {
        return connection;
    }
}
