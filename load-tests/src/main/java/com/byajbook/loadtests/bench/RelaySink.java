package com.byajbook.loadtests.bench;

import com.byajbook.loadtests.harness.HarnessException;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Takes what an arm's relay publishes: the queue that a loan engine would read, with nobody reading, emptied between the windows. So the
 * broker does its part of the acceptance and nobody does more.
 */
final class RelaySink implements AutoCloseable {
    private static final String QUEUE = "loan-engine.applications";
    private static final List<String> EXCHANGES = List.of("byajbook.commands", "byajbook.events");
    private static final String EVERYTHING = "#";
    private static final int MAX_LENGTH = 2_000_000;

    private final Connection connection;
    private final Channel channel;
    private final String prefix;

    RelaySink(String rabbitUrl, String prefix) {
        this.prefix = prefix;
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(URI.create(rabbitUrl));
            connection = factory.newConnection("byajbook-bench");
            channel = connection.createChannel();
            channel.queueDeclare(
                    prefix + QUEUE,
                    true,
                    false,
                    false,
                    Map.of("x-queue-type", "quorum", "x-max-length", MAX_LENGTH, "x-overflow", "reject-publish"));
            // Events too: the seeding of the borrowers is told to the other services, and nobody else is here to hear
            // it.
            for (String exchange : EXCHANGES) {
                channel.exchangeDeclare(prefix + exchange, BuiltinExchangeType.TOPIC, true);
                channel.queueBind(prefix + QUEUE, prefix + exchange, EVERYTHING);
            }
        } catch (Exception e) {
            throw new HarnessException("The benchmark's queue cannot be made", e);
        }
    }

    /** Empties it. */
    void drain() {
        try {
            channel.queuePurge(prefix + QUEUE);
        } catch (IOException e) {
            throw new HarnessException("The benchmark's queue cannot be emptied", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.queueDelete(prefix + QUEUE);
            connection.close();
        } catch (IOException gone) {
            System.err.println("The benchmark's queue was not removed: " + gone.getMessage());
        }
    }
}
