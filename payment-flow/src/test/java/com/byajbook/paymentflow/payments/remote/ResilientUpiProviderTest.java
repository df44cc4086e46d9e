package com.byajbook.paymentflow.payments.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.paymentflow.payments.domain.Evidence;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.Payments;
import com.byajbook.paymentflow.payments.usecase.ProviderAnswer;
import com.byajbook.paymentflow.payments.usecase.UpiProvider;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.Overload;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ResilientUpiProviderTest {

    @Test
    void an_answer_goes_through() {
        ProviderAnswer accepted = ProviderAnswer.bare(Evidence.SUBMISSION_ACCEPTED, null);

        StepVerifier.create(collect(Mono.just(accepted))).expectNext(accepted).verifyComplete();
    }

    @Test
    void a_refused_connection_proves_that_nothing_was_sent() {
        assertCollects(
                Failure.unavailable("upi", new IOException(new ConnectException("refused"))),
                Evidence.SUBMISSION_NOT_SENT);
    }

    @Test
    void an_open_breaker_proves_that_nothing_was_sent() {
        CircuitBreaker breaker = CircuitBreaker.ofDefaults("upi");
        breaker.transitionToOpenState();

        assertCollects(
                Failure.unavailable("upi", CallNotPermittedException.createCallNotPermittedException(breaker)),
                Evidence.SUBMISSION_NOT_SENT);
    }

    @Test
    void a_gate_that_lets_no_call_out_proves_that_nothing_was_sent() {
        assertCollects(
                Failure.overloaded(new Overload(
                        "remote.upi-provider.wait-too-long",
                        "critical",
                        Duration.ofSeconds(2),
                        "gate.remote.upi-provider.target.critical",
                        1_000,
                        Duration.ofMillis(200))),
                Evidence.SUBMISSION_NOT_SENT);
    }

    @Test
    void a_cut_connection_proves_nothing() {
        assertCollects(
                Failure.unavailable("upi", new IOException("connection reset by peer")),
                Evidence.SUBMISSION_UNANSWERED);
    }

    @Test
    void a_passed_deadline_proves_nothing() {
        assertCollects(Failure.deadlinePassed("A call"), Evidence.SUBMISSION_UNANSWERED);
    }

    @Test
    void an_answer_that_cannot_be_read_proves_nothing() {
        assertCollects(new IllegalArgumentException("not JSON"), Evidence.SUBMISSION_UNANSWERED);
    }

    @Test
    void an_empty_answer_proves_nothing() {
        StepVerifier.create(collect(Mono.empty()))
                .assertNext(answer -> assertThat(answer.evidence()).isEqualTo(Evidence.SUBMISSION_UNANSWERED))
                .verifyComplete();
    }

    @Test
    void an_inquiry_that_fails_in_any_way_is_unanswered() {
        StepVerifier.create(
                        provider(Mono.error(new ConnectException("refused"))).inquire(Payments.created()))
                .assertNext(answer -> assertThat(answer.evidence()).isEqualTo(Evidence.INQUIRY_UNANSWERED))
                .verifyComplete();
    }

    private static void assertCollects(RuntimeException error, Evidence expected) {
        StepVerifier.create(collect(Mono.error(error)))
                .assertNext(answer -> assertThat(answer.evidence()).isEqualTo(expected))
                .verifyComplete();
    }

    private static Mono<ProviderAnswer> collect(Mono<ProviderAnswer> answer) {
        return provider(answer).submit(Payments.created());
    }

    private static UpiProvider provider(Mono<ProviderAnswer> answer) {
        UpiProvider scripted = new UpiProvider() {
            @Override
            public Mono<ProviderAnswer> submit(Payment payment) {
                return answer;
            }

            @Override
            public Mono<ProviderAnswer> inquire(Payment payment) {
                return answer;
            }
        };
        return new ResilientUpiProvider(scripted, ResilientUpiProviderTest::unguarded);
    }

    private static <T> Mono<T> unguarded(Mono<T> call) {
        return call;
    }
}
