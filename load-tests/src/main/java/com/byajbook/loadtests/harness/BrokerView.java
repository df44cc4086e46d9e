package com.byajbook.loadtests.harness;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Queues as the broker sees them. */
public final class BrokerView {
    private static final int MILLIS = 10_000;

    private final URI url;
    private final String prefix;

    BrokerView(String url, String prefix) {
        this.url = URI.create(url);
        this.prefix = prefix;
    }

    /**
     * A message that waits in a queue.
     *
     * @param redelivered whether a consumer had it before and did not acknowledge it
     */
    public record Waiting(String messageId, boolean redelivered) {}

    /** Messages that wait for delivery; those that a consumer holds are not counted. */
    public long ready(String queue) {
        return withChannel(
                channel -> channel.queueDeclarePassive(prefix + queue).getMessageCount());
    }

    /** Looks at up to {@code limit} waiting messages and puts all of them back. */
    public List<Waiting> look(String queue, int limit) {
        return withChannel(channel -> {
            List<Waiting> found = new ArrayList<>();
            for (GetResponse got = channel.basicGet(prefix + queue, false);
                    got != null;
                    got = found.size() < limit ? channel.basicGet(prefix + queue, false) : null) {
                found.add(new Waiting(
                        String.valueOf(got.getProps().getMessageId()),
                        got.getEnvelope().isRedeliver()));
            }
            // Closing the channel gives back what was not acknowledged.
            return found;
        });
    }

    <T> T withChannel(Work<T> work) {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(MILLIS);
        try {
            factory.setUri(url);
            try (Connection connection = factory.newConnection("byajbook-load-tests");
                    Channel channel = connection.createChannel()) {
                return work.with(channel);
            }
        } catch (Exception e) {
            throw new HarnessException("RabbitMQ at " + url.getHost() + ":" + url.getPort() + " did not answer", e);
        }
    }

    /** What is done on a channel. */
    @FunctionalInterface
    interface Work<T> {
        T with(Channel channel) throws IOException;
    }
}
