package com.byajbook.platform.messaging;

import com.byajbook.localstack.fault.TcpProxy;
import com.byajbook.localstack.testing.TestServers;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.MessageType;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.springframework.util.unit.DataSize;

/** The real broker behind a proxy that can be cut, and a look at its queues past the proxy. */
final class Broker implements AutoCloseable {

    static final String QUEUE = "payments";

    private final URI direct = URI.create(TestServers.get().rabbitUrl());
    private final String prefix = TestServers.freshPrefix();
    private final TcpProxy proxy = TcpProxy.to(direct.getHost(), direct.getPort());
    private final Connection admin = connect();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private LiveLimits limits = new LiveLimits();
    private int window = 10_000;
    private int maxLength = 100_000;
    private Duration deadline = Duration.ofSeconds(10);

    Broker window(int messages) {
        this.window = messages;
        return this;
    }

    Broker maxLength(int messages) {
        this.maxLength = messages;
        return this;
    }

    Broker deadline(Duration duration) {
        this.deadline = duration;
        return this;
    }

    TcpProxy proxy() {
        return proxy;
    }

    MeterRegistry meters() {
        return meters;
    }

    /** Those of the last publisher. */
    LiveLimits limits() {
        return limits;
    }

    MessagingProperties properties() {
        URI proxied = URI.create("amqp://" + direct.getUserInfo() + "@127.0.0.1:" + proxy.port());
        return new MessagingProperties(
                proxied,
                prefix,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                new MessagingProperties.Publish(window, deadline, DataSize.ofKilobytes(64)),
                new MessagingProperties.Consume(
                        maxLength, 20, Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(5)),
                new MessagingProperties.Relay(Duration.ofSeconds(1), Duration.ofMillis(100), 500, Duration.ofDays(14)));
    }

    ConfirmedPublisher publisher() {
        MessagingProperties properties = properties();
        limits = new LiveLimits();
        return new ConfirmedPublisher(
                properties, new RabbitConnections(properties, "test"), new Topology(properties), limits, meters);
    }

    /** Declares the queue that takes payments. */
    Broker withQueue() throws Exception {
        try (Channel channel = admin.createChannel()) {
            new Topology(properties()).declareQueue(channel, QUEUE, EnumSet.of(MessageType.INITIATE_PAYMENT));
        }
        return this;
    }

    /** Takes all messages out of the queue. */
    List<UUID> drain() throws Exception {
        List<UUID> ids = new ArrayList<>();
        try (Channel channel = admin.createChannel()) {
            GetResponse response;
            while ((response = channel.basicGet(prefix + QUEUE, true)) != null) {
                ids.add(UUID.fromString(response.getProps().getMessageId()));
            }
        }
        return ids;
    }

    long ready() throws Exception {
        try (Channel channel = admin.createChannel()) {
            return channel.messageCount(prefix + QUEUE);
        }
    }

    /** Puts a raw message into the queue, as a foreign or broken sender would. */
    void put(String type, String messageId, byte[] body) throws Exception {
        try (Channel channel = admin.createChannel()) {
            channel.basicPublish(
                    "",
                    prefix + QUEUE,
                    new AMQP.BasicProperties.Builder()
                            .messageId(messageId)
                            .type(type)
                            .build(),
                    body);
        }
    }

    void put(InitiatePayment payment) throws Exception {
        put(
                MessageType.INITIATE_PAYMENT.routingKey(),
                payment.messageId().toString(),
                new MessageCodec().encode(payment).body());
    }

    private Connection connect() {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(direct);
            return factory.newConnection("test-admin");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException, TimeoutException {
        proxy.close();
        try (Channel channel = admin.createChannel()) {
            channel.queueDelete(prefix + QUEUE);
            channel.queueDelete(prefix + QUEUE + ".dead");
        }
        admin.close();
    }
}
