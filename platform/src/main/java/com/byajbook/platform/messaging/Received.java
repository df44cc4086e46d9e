package com.byajbook.platform.messaging;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.rabbitmq.AcknowledgableDelivery;

/** A delivery and its envelope. */
final class Received {

    private static final Logger log = LoggerFactory.getLogger(Received.class);

    private final AcknowledgableDelivery delivery;

    Received(AcknowledgableDelivery delivery) {
        this.delivery = delivery;
    }

    String messageId() {
        return Objects.requireNonNullElse(delivery.getProperties().getMessageId(), "none");
    }

    String type() {
        return Objects.requireNonNullElse(delivery.getProperties().getType(), "none");
    }

    byte[] body() {
        return delivery.getBody();
    }

    /** The broker may forget it. A tag of a channel that is gone is dropped: the redelivery meets the inbox. */
    void ack() {
        try {
            delivery.ack();
        } catch (RuntimeException e) {
            log.debug("An acknowledgement was not sent", e);
        }
    }

    /** Back to the queue; the broker counts it against the delivery limit. */
    void requeue() {
        try {
            delivery.nack(true);
        } catch (RuntimeException e) {
            log.debug("A negative acknowledgement was not sent", e);
        }
    }
}
