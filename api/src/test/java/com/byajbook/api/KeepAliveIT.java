package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One connection carries one request after the other, however fast the next one comes and whoever answers. */
class KeepAliveIT {

    private static final int PATIENCE_MILLIS = 8_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final ApiInstance api = ApiInstance.shared();
    private final Client borrower = api.borrower();

    @Test
    void a_refusal_behind_a_slow_answer_does_not_silence_the_connection() throws IOException {
        for (int i = 0; i < 10; i++) {
            try (Socket socket = new Socket("127.0.0.1", api.port())) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                send(socket, request("k" + i) + request("a a"));
                assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 202");
                assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 400");

                send(socket, request("k" + i));
                assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 202");
            }
        }
    }

    @Test
    void good_and_bad_requests_in_turn_share_a_connection() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", api.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            for (int i = 0; i < 120; i++) {
                boolean good = i % 3 != 0;
                send(socket, request(good ? "turn" + i : "a a"));
                assertThat(answer(socket.getInputStream())).startsWith(good ? "HTTP/1.1 202" : "HTTP/1.1 400");
            }
        }
    }

    /** The next body begins to arrive while the answer before it is on its way out, and is more than one read takes. */
    @Test
    void a_large_body_behind_an_answer_is_read_to_its_end() {
        String body = Client.LOAN + " ".repeat(250_000);
        for (int i = 0; i < 200; i++) {
            Answer answer = borrower.post("/v1/loans", "large" + i, body);

            assertThat(answer.status()).as("body %d", i).isEqualTo(202);
        }
    }

    /** It has a server of its own, and probes, scrapers and browsers keep their connections as well. */
    @Test
    void the_management_port_does_not_fall_silent_either() throws IOException {
        for (int i = 0; i < 10; i++) {
            try (Socket socket = new Socket("127.0.0.1", api.opsPort())) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                send(socket, get("/actuator/health/readiness") + get("/ops/limits"));
                assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 200");
                assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 401");

                send(socket, get("/actuator/health/readiness"));
                assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 200");
            }
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private String request(String key) {
        return "POST /v1/loans HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + borrower.token()
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + key + "\r\nContent-Length: "
                + Client.LOAN.length() + "\r\n\r\n" + Client.LOAN;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** One answer, to the last byte and no further. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head + " closed";
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        assertThat(length.find()).as(head.toString()).isTrue();
        return head + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
    }
}
