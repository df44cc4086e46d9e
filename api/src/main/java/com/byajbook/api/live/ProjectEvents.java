package com.byajbook.api.live;

import com.byajbook.api.lending.CommitmentView;
import com.byajbook.api.loans.LoanView;
import com.byajbook.api.payments.PaymentView;
import com.byajbook.api.projection.LiveUpdate;
import com.byajbook.api.projection.Projections;
import com.byajbook.api.wallet.TransferView;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.TransferChanged;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.messaging.PermanentFailure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Events of what people own become the projection. The version guard there makes a repeated event harmless. */
@Configuration(proxyBeanMethods = false)
class ProjectEvents {

    private static final int PREFETCH = 400;
    private static final int BATCH = 100;
    private static final Duration LINGER = Duration.ofMillis(5);

    private static final List<Class<? extends Message>> SHOWN = List.of(
            LoanDecided.class, LoanChanged.class, PaymentChanged.class, CommitmentChanged.class, TransferChanged.class);

    private final Projections projections;
    private final JsonMapper json;

    ProjectEvents(Projections projections, JsonMapper json) {
        this.projections = projections;
        this.json = json;
    }

    /** One batch after the other: two changes of one loan must not overtake each other on their way to the stream. */
    @Bean
    ConsumerBinding<Message> apiEvents() {
        return ConsumerBinding.ofMany("api.events", SHOWN)
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
            return update(decided.borrowerId(), LoanView.of(decided));
        }
        if (event instanceof LoanChanged changed) {
            return update(changed.borrowerId(), LoanView.of(changed));
        }
        if (event instanceof PaymentChanged changed) {
            PaymentView payment = PaymentView.of(changed);
            return update(changed.payerId(), PaymentView.KIND, payment.id(), payment.version(), payment);
        }
        if (event instanceof CommitmentChanged changed) {
            CommitmentView commitment = CommitmentView.of(changed);
            return update(changed.lenderId(), CommitmentView.KIND, commitment.id(), commitment.version(), commitment);
        }
        if (event instanceof TransferChanged changed) {
            TransferView transfer = TransferView.of(changed);
            return update(changed.userId(), TransferView.KIND, transfer.id(), transfer.version(), transfer);
        }
        throw new PermanentFailure("a " + event.getClass().getSimpleName() + " is nothing to show");
    }

    private LiveUpdate update(UUID borrower, LoanView loan) {
        return update(borrower, LoanView.KIND, loan.id(), loan.version(), loan);
    }

    private LiveUpdate update(UUID user, String kind, UUID id, int version, Object view) {
        return new LiveUpdate(user, kind, id, version, json.writeValueAsString(view));
    }
}
