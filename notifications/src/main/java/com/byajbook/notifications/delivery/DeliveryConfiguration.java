package com.byajbook.notifications.delivery;

import com.byajbook.notifications.contacts.Channel;
import com.byajbook.notifications.wording.Wordings;
import com.byajbook.platform.remote.RemoteServices;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Wires the lanes, their gateways and what repeats beside them. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {
    private static final Duration MEASURE_EVERY = Duration.ofSeconds(2);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);
    private static final int FORGET_AT_ONCE = 5_000;

    @Bean
    Wordings wordings() {
        return Wordings.load();
    }

    @Bean
    Deliveries deliveries(
            RemoteServices remotes,
            PendingMessages messages,
            DeliveryProperties limits,
            Clock clock,
            MeterRegistry meters) {
        DeliveryPolicy policy =
                new DeliveryPolicy(limits, () -> ThreadLocalRandom.current().nextDouble());
        Map<Channel, ChannelLane> lanes = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            Gateway gateway = gateway(channel, remotes);
            lanes.put(channel, new ChannelLane(channel, gateway, messages, policy, limits, clock, meters));
        }
        return new Deliveries(lanes, limits.drain());
    }

    private static Gateway gateway(Channel channel, RemoteServices remotes) {
        return switch (channel) {
            case SMS -> new HttpGateway(remotes.named("sms-gateway"), "/messages/v1/sms");
            case WHATSAPP -> new HttpGateway(remotes.named("whatsapp-gateway"), "/messages/v1/whatsapp");
        };
    }

    @Bean
    Repeating lookingAtWaitingMessages(WaitingRoom room, WaitingProperties limits) {
        return new Repeating("look at waiting messages", limits.lookEvery(), room.look());
    }

    @Bean
    Repeating measuringTheBacklog(BacklogGauges gauges) {
        return new Repeating("measure the backlog", MEASURE_EVERY, gauges.measure());
    }

    @Bean
    Repeating forgettingOldMessages(PostgresPendingMessages messages, DeliveryProperties limits) {
        return new Repeating(
                "forget old messages",
                FORGET_EVERY,
                Mono.defer(() -> messages.forget(limits.retention(), FORGET_AT_ONCE)));
    }
}
