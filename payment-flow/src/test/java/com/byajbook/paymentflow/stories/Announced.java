package com.byajbook.paymentflow.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.messaging.ConsumerBinding;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What the world heard, read from the broker. */
@Configuration(proxyBeanMethods = false)
class Announced {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Keyed by message, because the broker may deliver one twice. */
    private final Map<UUID, PaymentChanged> heard = new ConcurrentHashMap<>();

    @Bean
    ConsumerBinding<PaymentChanged> world() {
        return ConsumerBinding.of("test.events", PaymentChanged.class).handledBy(this::hear);
    }

    private Mono<Void> hear(List<PaymentChanged> events) {
        return Mono.fromRunnable(() -> events.forEach(event -> heard.put(event.messageId(), event)));
    }

    /** Everything about one payment in the order of versions. */
    List<PaymentChanged> of(UUID paymentId) {
        return heard.values().stream()
                .filter(event -> event.paymentId().equals(paymentId))
                .sorted(Comparator.comparing(PaymentChanged::paymentVersion))
                .toList();
    }

    List<PaymentChanged.Status> statuses(UUID paymentId) {
        return of(paymentId).stream().map(PaymentChanged::status).toList();
    }

    /** Waits until this is the latest that the world heard of the payment. */
    PaymentChanged awaitLast(UUID paymentId, PaymentChanged.Status status) {
        await().pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(statuses(paymentId)).isNotEmpty().last().isEqualTo(status));
        List<PaymentChanged> events = of(paymentId);
        return events.get(events.size() - 1);
    }
}
