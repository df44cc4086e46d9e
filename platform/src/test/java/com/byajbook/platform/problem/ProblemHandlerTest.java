package com.byajbook.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.netty.channel.AbortedException;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class ProblemHandlerTest {

    private final ProblemHandler handler = new ProblemHandler(new ProblemWriter(new JsonMapper()));
    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/v1/me"));

    @Test
    void a_caller_who_has_gone_is_no_mistake_of_ours() {
        StepVerifier.create(handler.handle(exchange, AbortedException.beforeSend()))
                .verifyComplete();
        StepVerifier.create(handler.handle(exchange, new IOException("Connection reset by peer")))
                .verifyComplete();

        assertThat(exchange.getResponse().getStatusCode()).isNull();
    }

    @Test
    void what_nobody_expected_is_a_mistake_of_ours() {
        StepVerifier.create(handler.handle(exchange, new IllegalStateException("a bug")))
                .verifyComplete();

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
