package com.byajbook.paymentflow.payments.remote;

import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentOrder;
import com.byajbook.paymentflow.payments.usecase.ProviderAnswer;
import com.byajbook.paymentflow.payments.usecase.UpiProvider;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * A provider's HTTP interface. What it says is an answer; that it says nothing, or that it is unwell, is an error for the
 * decorator around this one.
 */
public final class HttpUpiProvider implements UpiProvider {

    /** It did not look at the order, for a reason that has nothing to do with the order. */
    private static final Set<Integer> NOT_LOOKED_AT = Set.of(401, 403, 429);

    /** It may have the order: the time ran out on its side, or it knows the key with other figures. */
    private static final Set<Integer> INCONCLUSIVE = Set.of(408, 409, 425);

    private final WebClient client;
    private final String path;
    private final URI callbackUrl;

    /**
     * The provider that has this name.
     *
     * @param name also the first segment of its addresses
     */
    public HttpUpiProvider(String name, WebClient client, URI callbackUrl) {
        this.path = "/" + name + "/v1";
        this.client = client;
        this.callbackUrl = callbackUrl;
    }

    @Override
    public Mono<ProviderAnswer> submit(Payment payment) {
        PaymentOrder order = payment.order();
        return order.purpose().isOutbound()
                ? post("/pay", PayRequest.of(order, callbackUrl))
                : post(collecting(order), CollectRequest.of(order, callbackUrl));
    }

    private static String collecting(PaymentOrder order) {
        return order.mandateId() == null ? "/collect" : "/mandates/" + order.mandateId() + "/debits";
    }

    private Mono<ProviderAnswer> post(String what, Object body) {
        return client.post().uri(path + what).bodyValue(body).exchangeToMono(HttpUpiProvider::submitted);
    }

    @Override
    public Mono<ProviderAnswer> inquire(Payment payment) {
        return client.get()
                .uri(path + "/transactions/{merchantTxnId}", payment.id())
                .exchangeToMono(HttpUpiProvider::inquired);
    }

    private static Mono<ProviderAnswer> submitted(ClientResponse response) {
        if (response.statusCode().is2xxSuccessful()) {
            return response.bodyToMono(ProviderTransaction.class).map(ProviderTransaction::acceptance);
        }
        return response.statusCode().is4xxClientError()
                ? bare(response, notTaken(response.statusCode()))
                : response.createError();
    }

    private static Mono<ProviderAnswer> inquired(ClientResponse response) {
        if (response.statusCode().is2xxSuccessful()) {
            return response.bodyToMono(ProviderTransaction.class).map(ProviderTransaction::answer);
        }
        if (response.statusCode() == HttpStatus.NOT_FOUND) {
            return response.releaseBody().thenReturn(ProviderAnswer.bare(Evidence.INQUIRY_NOT_FOUND, null));
        }
        return response.statusCode().is4xxClientError()
                ? bare(response, Evidence.INQUIRY_UNANSWERED)
                : response.createError();
    }

    private static Evidence notTaken(HttpStatusCode status) {
        if (NOT_LOOKED_AT.contains(status.value())) {
            return Evidence.SUBMISSION_NOT_SENT;
        }
        return INCONCLUSIVE.contains(status.value()) ? Evidence.SUBMISSION_UNANSWERED : Evidence.SUBMISSION_REFUSED;
    }

    private static Mono<ProviderAnswer> bare(ClientResponse response, Evidence evidence) {
        String reason = "provider-answered-" + response.statusCode().value();
        return response.releaseBody().thenReturn(ProviderAnswer.bare(evidence, reason));
    }
}
