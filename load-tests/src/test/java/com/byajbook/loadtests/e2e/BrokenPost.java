package com.byajbook.loadtests.e2e;

import com.byajbook.loadtests.verdict.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A POST over a bare socket that ends where a phone loses its network. */
final class BrokenPost {

    /** How much of the request leaves. */
    enum CutAt {
        IN_THE_HEADERS,
        AFTER_THE_HEADERS,
        IN_THE_BODY,
        BEFORE_THE_LAST_BYTE,
        AFTER_THE_LAST_BYTE;

        private int of(int head, int all) {
            return switch (this) {
                case IN_THE_HEADERS -> head / 2;
                case AFTER_THE_HEADERS -> head;
                case IN_THE_BODY -> (head + all) / 2;
                case BEFORE_THE_LAST_BYTE -> all - 1;
                case AFTER_THE_LAST_BYTE -> all;
            };
        }
    }

    /** How the connection ends. */
    enum Farewell {
        RESET,
        CLOSE
    }

    private BrokenPost() {}

    /** Sends the part and leaves without reading an answer. */
    static void send(URI api, Wish wish, String body, CutAt point, Farewell farewell) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + wish.kind().path() + " HTTP/1.1\r\nHost: " + api.getAuthority()
                        + "\r\nAuthorization: Bearer " + wish.person().token()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length
                        + "\r\nIdempotency-Key: " + wish.key() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(all, 0, point.of(head.length, all.length));
            socket.getOutputStream().flush();
            if (farewell == Farewell.RESET) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
