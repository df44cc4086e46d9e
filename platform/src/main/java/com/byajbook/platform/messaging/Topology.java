package com.byajbook.platform.messaging;

import com.byajbook.platform.message.MessageType;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * The exchanges and queues, declared by those who use them; every argument is stated, because the defaults differ between
 * broker versions.
 */
final class Topology {

    private static final String COMMANDS = "byajbook.commands";
    private static final String EVENTS = "byajbook.events";
    private static final String DEAD_LETTERS = "byajbook.dead-letters";

    private final MessagingProperties properties;

    Topology(MessagingProperties properties) {
        this.properties = properties;
    }

    String exchangeOf(MessageType type) {
        return properties.named(type.kind() == MessageType.Kind.COMMAND ? COMMANDS : EVENTS);
    }

    String queue(String name) {
        return properties.named(name);
    }

    void declareExchanges(Channel channel) throws IOException {
        channel.exchangeDeclare(properties.named(COMMANDS), BuiltinExchangeType.TOPIC, true);
        channel.exchangeDeclare(properties.named(EVENTS), BuiltinExchangeType.TOPIC, true);
        channel.exchangeDeclare(properties.named(DEAD_LETTERS), BuiltinExchangeType.DIRECT, true);
    }

    /**
     * A quorum queue that refuses when it is full, with its dead-letter queue behind it. At-least-once dead-lettering is
     * silently at-most-once with any other overflow than reject-publish.
     */
    void declareQueue(Channel channel, String name, Set<MessageType> types) throws IOException {
        declareExchanges(channel);
        String dead = queue(name) + ".dead";
        channel.queueDeclare(dead, true, false, false, bounded());
        channel.queueBind(dead, properties.named(DEAD_LETTERS), queue(name));
        channel.queueDeclare(queue(name), true, false, false, withDeadLetters(queue(name)));
        for (MessageType type : types) {
            channel.queueBind(queue(name), exchangeOf(type), type.routingKey());
        }
    }

    private Map<String, Object> bounded() {
        return Map.of(
                "x-queue-type",
                "quorum",
                "x-max-length",
                properties.consume().maxLength(),
                "x-overflow",
                "reject-publish",
                "x-delivery-limit",
                properties.consume().deliveryLimit());
    }

    private Map<String, Object> withDeadLetters(String routingKey) {
        return Map.of(
                "x-queue-type",
                "quorum",
                "x-max-length",
                properties.consume().maxLength(),
                "x-overflow",
                "reject-publish",
                "x-delivery-limit",
                properties.consume().deliveryLimit(),
                "x-dead-letter-exchange",
                properties.named(DEAD_LETTERS),
                "x-dead-letter-routing-key",
                routingKey,
                "x-dead-letter-strategy",
                "at-least-once");
    }
}
