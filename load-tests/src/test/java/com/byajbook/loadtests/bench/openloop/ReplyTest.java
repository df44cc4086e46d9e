package com.byajbook.loadtests.bench.openloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReplyTest {
    private final Reply reply = new Reply();

    @Test
    void reads_a_refusal_with_its_appointment() {
        assertThat(receives("HTTP/1.1 503 Service Unavailable\r\nRetry-After-Ms: 2400\r\ncontent-length: 27\r\n\r\n"
                        + "{\"reason\":\"pool.displaced\"}"))
                .isTrue();
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.isRefusal()).isTrue();
        assertThat(reply.retryAfterMillis()).isEqualTo(2_400);
        assertThat(reply.reason()).isEqualTo("pool.displaced");
        assertThat(reply.isClosing()).isFalse();
    }

    @Test
    void waits_for_the_rest_of_a_body() {
        assertThat(receives("HTTP/1.1 202 Accepted\r\nContent-Length: 4\r\n\r\n{"))
                .isFalse();
        assertThat(receives("}\r\n")).isTrue();
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.isRefusal()).isFalse();
        assertThat(reply.reason()).isEmpty();
    }

    @Test
    void reads_chunks_to_their_end() {
        assertThat(receives("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n"))
                .isFalse();
        assertThat(receives("0\r\n\r\n")).isTrue();
    }

    @Test
    void reads_one_response_after_another_and_sees_a_connection_end() {
        assertThat(receives("HTTP/1.1 304 Not Modified\r\n\r\n")).isTrue();
        assertThat(receives("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"))
                .isTrue();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.isClosing()).isTrue();
    }

    private boolean receives(String text) {
        reply.buffer().put(text.getBytes(StandardCharsets.US_ASCII));
        return reply.isComplete();
    }
}
