package com.byajbook.paymentflow.mandates.remote;

import com.byajbook.paymentflow.mandates.domain.Mandate;
import com.byajbook.paymentflow.mandates.domain.MandateAnswer;
import com.byajbook.paymentflow.mandates.domain.MandateAnswer.Word;
import com.byajbook.paymentflow.mandates.usecase.MandateProvider;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The first UPI provider's mandates. What is no answer is silence, for both calls may be repeated without harm. */
public final class HttpMandateProvider implements MandateProvider {

    private static final Logger LOG = LoggerFactory.getLogger(HttpMandateProvider.class);
    private static final String MANDATES = "/upi/v1/mandates";

    /** It did not look at the request, or may have it all the same. */
    private static final Set<Integer> INCONCLUSIVE = Set.of(401, 403, 408, 409, 425, 429);

    private final WebClient client;
    private final UnaryOperator<Mono<MandateAnswer>> guard;

    /** The guard puts deadline and breaker around each call. */
    public HttpMandateProvider(WebClient client, UnaryOperator<Mono<MandateAnswer>> guard) {
        this.client = client;
        this.guard = guard;
    }

    @Override
    public Mono<MandateAnswer> request(Mandate mandate) {
        return guarded(client.post()
                .uri(MANDATES)
                .bodyValue(MandateRequest.of(mandate))
                .exchangeToMono(this::requested));
    }

    @Override
    public Mono<MandateAnswer> revoke(Mandate mandate) {
        return guarded(client.post()
                .uri(MANDATES + "/{mandateId}/revocation", mandate.mandateId())
                .exchangeToMono(this::revoked));
    }

    private Mono<MandateAnswer> requested(ClientResponse response) {
        return response.statusCode().is4xxClientError()
                        && !INCONCLUSIVE.contains(response.statusCode().value())
                ? bare(response, Word.REJECTED)
                : answered(response);
    }

    private Mono<MandateAnswer> revoked(ClientResponse response) {
        return response.statusCode() == HttpStatus.NOT_FOUND ? bare(response, Word.GONE) : answered(response);
    }

    private Mono<MandateAnswer> answered(ClientResponse response) {
        return response.statusCode().is2xxSuccessful()
                ? response.bodyToMono(ProviderMandate.class).map(ProviderMandate::answer)
                : response.createError();
    }

    private static Mono<MandateAnswer> bare(ClientResponse response, Word word) {
        String reason = "provider-answered-" + response.statusCode().value();
        return response.releaseBody().thenReturn(new MandateAnswer(word, reason));
    }

    private Mono<MandateAnswer> guarded(Mono<MandateAnswer> call) {
        return guard.apply(call)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("an empty answer")))
                .onErrorResume(Exception.class, HttpMandateProvider::silence);
    }

    private static Mono<MandateAnswer> silence(Throwable error) {
        LOG.debug("The UPI provider did not answer about a mandate; it is asked again", error);
        return Mono.just(MandateAnswer.of(Word.SILENCE));
    }
}
