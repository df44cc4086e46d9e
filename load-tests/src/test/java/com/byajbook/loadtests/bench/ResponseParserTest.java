package com.byajbook.loadtests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ResponseParserTest {
    private final ResponseParser parser = new ResponseParser();

    @Test
    void knows_the_status_once_the_whole_body_is_there() {
        receive("HTTP/1.1 202 Accepted\r\nContent-Length: 4\r\n\r\n{\"a");
        assertThat(parser.completed()).isZero();

        receive("\"");
        assertThat(parser.completed()).isEqualTo(202);
    }

    @Test
    void waits_for_the_rest_of_the_head() {
        receive("HTTP/1.1 503 Service Unavailable\r\nContent-Le");
        assertThat(parser.completed()).isZero();

        receive("ngth: 0\r\n\r\n");
        assertThat(parser.completed()).isEqualTo(503);
    }

    @Test
    void knows_the_end_of_a_chunked_body() {
        receive("HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        assertThat(parser.completed()).isZero();

        receive("0\r\n\r\n");
        assertThat(parser.completed()).isEqualTo(202);
    }

    @Test
    void begins_anew_after_each_response() {
        receive("HTTP/1.1 202 Accepted\r\nContent-Length: 1\r\n\r\nx");
        assertThat(parser.completed()).isEqualTo(202);

        receive("HTTP/1.1 429 Too Many Requests\r\ncontent-length: 0\r\n\r\n");
        assertThat(parser.completed()).isEqualTo(429);
    }

    private void receive(String text) {
        parser.buffer().put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
