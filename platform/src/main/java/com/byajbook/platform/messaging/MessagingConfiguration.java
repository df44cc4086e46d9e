package com.byajbook.platform.messaging;

import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.pipe.Pipe;
import com.byajbook.platform.postgres.PostgresConfiguration;
import com.byajbook.platform.time.TimeConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Wires the way of a message from one transaction to the next. */
@AutoConfiguration(
        after = {PostgresConfiguration.class, TimeConfiguration.class},
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@EnableConfigurationProperties(MessagingProperties.class)
public class MessagingConfiguration {

    private final MessageCodec codec = new MessageCodec();

    @Bean
    Topology topology(MessagingProperties properties) {
        return new Topology(properties);
    }

    @Bean
    RabbitConnections rabbitConnections(
            MessagingProperties properties, @Value("${spring.application.name:byajbook}") String application) {
        return new RabbitConnections(properties, application);
    }

    @Bean
    ConfirmedPublisher confirmedPublisher(
            MessagingProperties properties,
            RabbitConnections connections,
            Topology topology,
            LiveLimits limits,
            MeterRegistry meters) {
        return new ConfirmedPublisher(properties, connections, topology, limits, meters);
    }

    @Bean
    Outbox outbox(DatabaseClient database, MessagingProperties properties, Clock clock) {
        return new Outbox(database, codec, properties, clock);
    }

    @Bean
    OutboxRelay outboxRelay(
            Outbox outbox,
            ConfirmedPublisher publisher,
            MessagingProperties properties,
            Clock clock,
            Pipe pipe,
            MeterRegistry meters) {
        OutboxRelay relay = new OutboxRelay(outbox, publisher, properties, clock, meters);
        pipe.add(new RelayStage(publisher, relay));
        return relay;
    }

    @Bean
    Inbox inbox(DatabaseClient database, Clock clock) {
        return new Inbox(database, clock);
    }

    @Bean
    MessageTransaction messageTransaction(
            TransactionalOperator transaction, Inbox inbox, Outbox outbox, OutboxRelay relay) {
        return new MessageTransaction(transaction, inbox, outbox, relay);
    }

    @Bean
    Consumers consumers(
            ObjectProvider<ConsumerBinding<?>> bindings,
            DatabaseClient database,
            Clock clock,
            RabbitConnections connections,
            Topology topology,
            MessagingProperties properties,
            LiveLimits limits,
            Pipe pipe,
            MeterRegistry meters) {
        List<ConsumerBinding<?>> all = bindings.orderedStream().toList();
        Consumers.Watched watched = new Consumers.Watched(limits, pipe, meters);
        return new Consumers(
                all, codec, new ParkedMessages(database, clock), connections, topology, properties, watched);
    }

    @Bean
    Housekeeping housekeeping(Inbox inbox, MessagingProperties properties) {
        return new Housekeeping(inbox, properties);
    }
}
