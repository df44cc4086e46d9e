package com.byajbook.paymentflow.mandates.usecase;

import com.byajbook.paymentflow.mandates.domain.Mandate;
import com.byajbook.paymentflow.mandates.domain.MandateAnswer;
import reactor.core.publisher.Mono;

/** The provider at which mandates are. Every way in which a call may end is an answer. */
public interface MandateProvider {

    /** Asks the payer, or what became of having asked: under one id it is one request. */
    Mono<MandateAnswer> request(Mandate mandate);

    /** Gives it back. */
    Mono<MandateAnswer> revoke(Mandate mandate);
}
