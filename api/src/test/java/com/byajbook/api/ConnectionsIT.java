package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that is slow on purpose, or comes with too many connections, costs little. */
class ConnectionsIT {

    private static final int LIMIT = 20;

    private static ApiInstance api = ApiInstance.shared();

    @BeforeAll
    static void start() {
        api = ApiInstance.start(Map.of(
                "byajbook.web.head-timeout", "600ms",
                "byajbook.web.read-timeout", "600ms",
                "byajbook.web.request-timeout", "1500ms",
                "byajbook.web.max-connections", Integer.toString(LIMIT)));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void a_connection_that_says_nothing_is_closed() throws Exception {
        try (Socket socket = connect()) {
            assertThat(timeUntilClosed(socket, "", 0)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void headers_that_trickle_in_are_cut_off() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "GET /v1/me HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            assertThat(timeUntilClosed(socket, "x", 100)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void headers_of_a_second_request_that_trickle_in_are_cut_off_too() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "GET /v1/me HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(readSome(socket)).startsWith("HTTP/1.1 401");
            send(socket, "GET /v1/me HTTP/1.1\r\nX-Slow: ");
            assertThat(timeUntilClosed(socket, "x", 100)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void a_body_that_trickles_in_is_cut_off_without_an_effect() throws Exception {
        Client borrower = api.borrower();
        try (Socket socket = connect()) {
            send(
                    socket,
                    "POST /v1/loans HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + borrower.token()
                            + "\r\nContent-Type: application/json\r\nIdempotency-Key: k\r\nContent-Length: 200\r\n\r\n{");
            assertThat(timeUntilClosed(socket, " ", 100)).isLessThan(Duration.ofSeconds(6));
        }
        assertThat(api.count("select count(*) from intake where actor = $1", borrower.user()))
                .isZero();
    }

    @Test
    void a_slow_answerer_is_not_a_slow_client() throws Exception {
        Client borrower = api.borrower();
        for (int i = 0; i < 5; i++) {
            Thread.sleep(300);
            Answer answer = borrower.apply("k" + i);
            assertThat(answer.status()).isEqualTo(202);
        }
    }

    @Test
    void one_connection_more_than_the_limit_is_closed_and_the_others_go_on() throws Exception {
        Socket[] held = new Socket[LIMIT * 2];
        try {
            for (int i = 0; i < held.length; i++) {
                held[i] = connect();
            }
            Thread.sleep(200);
            int closed = 0;
            for (Socket socket : held) {
                closed += isClosed(socket) ? 1 : 0;
            }
            assertThat(closed).isBetween(LIMIT, LIMIT + LIMIT / 2);
        } finally {
            for (Socket socket : held) {
                if (socket != null) {
                    socket.close();
                }
            }
        }
        Thread.sleep(300);
        assertThat(api.borrower().apply("k").status()).isEqualTo(202);
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", api.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String readSome(Socket socket) throws IOException {
        byte[] some = new byte[4096];
        int n = socket.getInputStream().read(some);
        return new String(some, 0, Math.max(n, 0), StandardCharsets.US_ASCII);
    }

    private static boolean isClosed(Socket socket) throws IOException {
        socket.setSoTimeout(20);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        }
    }

    /** Sends the crumb again and again until the server closes; whatever it answers is swallowed. */
    private static Duration timeUntilClosed(Socket socket, String crumb, int everyMillis) throws Exception {
        long before = System.nanoTime();
        InputStream in = socket.getInputStream();
        socket.setSoTimeout(Math.max(everyMillis, 50));
        while (System.nanoTime() - before < Duration.ofSeconds(10).toNanos()) {
            try {
                send(socket, crumb);
                if (in.read() < 0) {
                    break;
                }
            } catch (SocketTimeoutException open) {
                continue;
            } catch (SocketException closed) {
                break;
            }
        }
        return Duration.ofNanos(System.nanoTime() - before);
    }
}
