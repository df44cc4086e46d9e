package com.byajbook.platform.messaging;

import com.rabbitmq.client.AMQP;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import reactor.rabbitmq.OutboundMessage;

/** One message on its way, answered exactly once: by its confirm, by the end of its generation, or by its deadline. */
final class Publication extends OutboundMessage {

    private static final int PERSISTENT = 2;

    private final AtomicBoolean answered = new AtomicBoolean();
    private final Consumer<PublishOutcome> answer;
    private final long deadlineNanos;

    Publication(OutgoingMessage message, String exchange, long deadlineNanos, Consumer<PublishOutcome> answer) {
        super(exchange, message.type().routingKey(), properties(message), message.body());
        this.deadlineNanos = deadlineNanos;
        this.answer = answer;
    }

    private static AMQP.BasicProperties properties(OutgoingMessage message) {
        return new AMQP.BasicProperties.Builder()
                .deliveryMode(PERSISTENT)
                .contentType("application/json")
                .messageId(message.id().toString())
                .type(message.type().routingKey())
                .headers(Map.of("business-key", message.businessKey().toString()))
                .build();
    }

    /** Whether this call was the one that answered. */
    boolean answer(PublishOutcome outcome) {
        if (!answered.compareAndSet(false, true)) {
            return false;
        }
        answer.accept(outcome);
        return true;
    }

    boolean isExpired(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }
}
