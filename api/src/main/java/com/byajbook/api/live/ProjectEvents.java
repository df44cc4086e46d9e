package com.byajbook.api.live;

import com.byajbook.api.loans.LoanView;
import com.byajbook.api.payments.PaymentView;
import com.byajbook.api.projection.LiveUpdate;
import com.byajbook.api.projection.Projections;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.messaging.PermanentFailure;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Events of loans and payments become the projection. The version guard there makes a repeated event harmless. */
@Configuration(proxyBeanMethods = false)
class ProjectEvents {

    private static final int PREFETCH = 400;
    private static final int BATCH = 100;
    private static final Duration LINGER = Duration.ofMillis(5);

    private final Projections projections;
    private final JsonMapper json;

    ProjectEvents(Projections projections, JsonMapper json) {
        this.projections = projections;
        this.json = json;
    }

    /** One batch after the other: two changes of one loan must not overtake each other on their way to the stream. */
    @Bean
    ConsumerBinding<Message> apiEvents() {
        return ConsumerBinding.ofMany("api.events", List.of(LoanDecided.class, PaymentChanged.class))
                .prefetch(PREFETCH)
                .batch(BATCH, LINGER)
                .concurrency(1)
                .handledBy(this::project);
    }

    private Mono<Void> project(List<Message> events) {
        return Mono.defer(
                () -> projections.apply(events.stream().map(this::update).toList()));
    }

    private LiveUpdate update(Message event) {
        if (event instanceof LoanDecided decided) {
            LoanView loan = LoanView.of(decided);
            return new LiveUpdate(
                    decided.borrowerId(), LoanView.KIND, loan.id(), loan.version(), json.writeValueAsString(loan));
        }
        if (event instanceof PaymentChanged changed) {
            PaymentView payment = PaymentView.of(changed);
            return new LiveUpdate(
                    changed.payerId(),
                    PaymentView.KIND,
                    payment.id(),
                    payment.version(),
                    json.writeValueAsString(payment));
        }
        throw new PermanentFailure("a " + event.getClass().getSimpleName() + " is nothing to show");
    }
}
