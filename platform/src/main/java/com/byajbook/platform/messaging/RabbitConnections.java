package com.byajbook.platform.messaging;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Opens connections, one for each generation of a publisher or consumer.
 *
 * <p>The client's own recovery is off: a recovered channel counts its confirms from 1 again, and entries of before the
 * cut are then taken as confirmed although the broker never had them. The transport is the client's blocking one, on
 * purpose: its NIO is deprecated, and our writes happen on threads of our own, never on an event loop.
 */
final class RabbitConnections {

    private static final Logger log = LoggerFactory.getLogger(RabbitConnections.class);
    private static final int CLOSE_TIMEOUT_MS = 1_000;

    private final ConnectionFactory factory = new ConnectionFactory();
    private final String application;
    private final Scheduler threads = Schedulers.newBoundedElastic(8, 64, "rabbitmq-connect", 30, true);

    RabbitConnections(MessagingProperties properties, String application) {
        this.application = application;
        try {
            factory.setUri(properties.url());
        } catch (URISyntaxException | GeneralSecurityException e) {
            throw new IllegalArgumentException("byajbook.rabbitmq.url is not an amqp:// address", e);
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setRequestedHeartbeat((int) properties.heartbeat().toSeconds());
        factory.setConnectionTimeout((int) properties.connectTimeout().toMillis());
        factory.setHandshakeTimeout((int) properties.connectTimeout().toMillis());
        factory.setChannelRpcTimeout((int) Duration.ofSeconds(10).toMillis());
        factory.setShutdownTimeout(CLOSE_TIMEOUT_MS);
    }

    /** A new connection for this purpose, opened on a thread that may block; not cached, so that a failure never sticks. */
    Mono<Connection> open(String purpose) {
        return Mono.fromCallable(() -> factory.newConnection(application + "/" + purpose))
                .subscribeOn(threads);
    }

    /** Closes without waiting longer than a second; a connection that is already gone is fine. */
    Mono<Void> close(Connection connection) {
        return Mono.<Void>fromRunnable(() -> closeNow(connection)).subscribeOn(threads);
    }

    /** The threads that may block on the broker. */
    Scheduler threads() {
        return threads;
    }

    private static void closeNow(Connection connection) {
        if (!connection.isOpen()) {
            return;
        }
        try {
            connection.close(CLOSE_TIMEOUT_MS);
        } catch (IOException | RuntimeException e) {
            log.debug("The connection was gone before it was closed", e);
        }
    }
}
