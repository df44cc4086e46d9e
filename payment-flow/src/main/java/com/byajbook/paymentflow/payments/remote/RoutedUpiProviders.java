package com.byajbook.paymentflow.payments.remote;

import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.usecase.ProviderAnswer;
import com.byajbook.paymentflow.payments.usecase.UpiProvider;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Each payment goes to the provider that it names; each provider has a deadline and a breaker of its own. */
public final class RoutedUpiProviders implements UpiProvider {

    private final Map<String, UpiProvider> byName;

    public RoutedUpiProviders(Map<String, UpiProvider> byName) {
        this.byName = Map.copyOf(byName);
    }

    @Override
    public Mono<ProviderAnswer> submit(Payment payment) {
        return Mono.defer(() -> of(payment).submit(payment));
    }

    @Override
    public Mono<ProviderAnswer> inquire(Payment payment) {
        return Mono.defer(() -> of(payment).inquire(payment));
    }

    private UpiProvider of(Payment payment) {
        UpiProvider provider = byName.get(payment.provider());
        if (provider == null) {
            throw new IllegalStateException("payment " + payment.id() + " is at " + payment.provider()
                    + ", and we know only " + byName.keySet());
        }
        return provider;
    }
}
