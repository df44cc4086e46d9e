package com.byajbook.platform.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The broker and every bound of what goes through it.
 *
 * @param url {@code amqp://user:password@host:port/vhost}
 * @param prefix put before each exchange and queue name, so that several installations can share a broker
 * @param heartbeat a silent link is given up after about twice this
 * @param connectTimeout the longest wait for a connection
 * @param reconnectMin the first pause before a new connection; it doubles up to {@code reconnectMax}
 */
@Validated
@ConfigurationProperties("byajbook.rabbitmq")
public record MessagingProperties(
        @NotNull URI url,
        @DefaultValue("") String prefix,
        @NotNull @DefaultValue("5s") Duration heartbeat,
        @NotNull @DefaultValue("3s") Duration connectTimeout,
        @NotNull @DefaultValue("200ms") Duration reconnectMin,
        @NotNull @DefaultValue("5s") Duration reconnectMax,
        @Valid @DefaultValue Publish publish,
        @Valid @DefaultValue Consume consume,
        @Valid @DefaultValue Relay relay) {

    /**
     * The confirmed publisher.
     *
     * @param window the most messages sent and not yet confirmed
     * @param deadline after this an unconfirmed message counts as unknown
     * @param maxMessageSize a larger message is refused before it can close the channel for all others
     */
    public record Publish(
            @Min(1) @DefaultValue("2000") int window,
            @NotNull @DefaultValue("10s") Duration deadline,
            @NotNull @DefaultValue("256KB") DataSize maxMessageSize) {}

    /**
     * Every queue and its consumer.
     *
     * @param maxLength the most messages in a queue; one more is refused to its publisher
     * @param deliveryLimit after so many deliveries a message is dead-lettered
     * @param retryFor how long a transient failure is retried in place before the messages go back to the queue
     * @param watchdog a consumer that got nothing for so long while its queue is not empty is restarted
     * @param drain the longest wait for work in hand at shutdown
     */
    public record Consume(
            @Min(1) @DefaultValue("100000") int maxLength,
            @Min(1) @DefaultValue("20") int deliveryLimit,
            @NotNull @DefaultValue("5m") Duration retryFor,
            @NotNull @DefaultValue("30s") Duration watchdog,
            @NotNull @DefaultValue("10s") Duration drain) {}

    /**
     * The relay from the outbox to the broker.
     *
     * @param lease how long a claimed or just written row belongs to one process
     * @param sweepEvery how often rows with an ended lease are looked for
     * @param batch the most rows of one sweep and of one delete
     * @param inboxRetention how long a consumed message is remembered
     */
    public record Relay(
            @NotNull @DefaultValue("15s") Duration lease,
            @NotNull @DefaultValue("500ms") Duration sweepEvery,
            @Min(1) @DefaultValue("500") int batch,
            @NotNull @DefaultValue("14d") Duration inboxRetention) {}

    String named(String name) {
        return prefix + name;
    }
}
