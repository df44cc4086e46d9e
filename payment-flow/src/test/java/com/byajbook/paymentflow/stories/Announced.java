package com.byajbook.paymentflow.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.message.FundsHeld;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.TransferChanged;
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
    private final Map<UUID, Message> heard = new ConcurrentHashMap<>();

    @Bean
    ConsumerBinding<Message> world() {
        return ConsumerBinding.ofMany(
                        "test.events",
                        List.of(PaymentChanged.class, TransferChanged.class, FundsHeld.class, MandateChanged.class))
                .handledBy(this::hear);
    }

    private Mono<Void> hear(List<Message> events) {
        return Mono.fromRunnable(() -> events.forEach(event -> heard.put(event.messageId(), event)));
    }

    /** Everything about one payment in the order of versions. */
    List<PaymentChanged> of(UUID paymentId) {
        return about(paymentId, PaymentChanged.class).stream()
                .sorted(Comparator.comparing(PaymentChanged::paymentVersion))
                .toList();
    }

    /** Everything of one kind that was heard about one thing, in any order. */
    <M extends Message> List<M> about(UUID businessKey, Class<M> kind) {
        return heard.values().stream()
                .filter(event -> event.businessKey().equals(businessKey))
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Waits until a transfer is said to be so. */
    TransferChanged awaitTransfer(UUID transferId, TransferChanged.Status status) {
        await().pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() ->
                        about(transferId, TransferChanged.class).stream().anyMatch(event -> event.status() == status));
        return about(transferId, TransferChanged.class).stream()
                .filter(event -> event.status() == status)
                .findFirst()
                .orElseThrow();
    }

    /** Waits for the answer to a wish to hold. */
    FundsHeld awaitHeld(UUID holdId) {
        await().pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> !about(holdId, FundsHeld.class).isEmpty());
        return about(holdId, FundsHeld.class).get(0);
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
