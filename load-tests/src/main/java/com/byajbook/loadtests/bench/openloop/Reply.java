package com.byajbook.loadtests.bench.openloop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one HTTP/1.1 response after another: status, Retry-After-Ms, why it was refused, whether the connection stays. */
final class Reply {
    private static final int LARGEST = 64 * 1024;
    private static final int STATUS_AT = 9;
    private static final String RETRY_AFTER_MILLIS = "\r\nretry-after-ms:";
    private static final String LENGTH = "\r\ncontent-length:";
    private static final String REASON = "\"reason\":\"";
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};

    private final ByteBuffer received = ByteBuffer.allocate(LARGEST);
    private int bodyAt = -1;
    private int bodyLength = -1;
    private int status;
    private long retryAfterMillis;
    private String reason = "";
    private boolean closing;

    ByteBuffer buffer() {
        return received;
    }

    /** Whether a whole response is here; it is forgotten with the next call that reads on. */
    boolean isComplete() {
        if (bodyAt < 0) {
            int end = indexOf(HEAD_END, 0);
            if (end < 0) {
                return false;
            }
            readHead(end);
        }
        boolean whole = bodyLength >= 0
                ? received.position() >= bodyAt + bodyLength
                : received.position() > bodyAt && endsWithLastChunk();
        if (whole) {
            reason = isRefusal() ? readReason() : "";
            received.clear();
            bodyAt = -1;
        }
        return whole;
    }

    private void readHead(int end) {
        String head = new String(received.array(), 0, end + 2, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        status = Integer.parseInt(head.substring(STATUS_AT, STATUS_AT + 3));
        bodyAt = end + HEAD_END.length;
        bodyLength = status == 304 || status == 204 ? 0 : (int) number(head, LENGTH, -1);
        retryAfterMillis = number(head, RETRY_AFTER_MILLIS, 0);
        closing = head.contains("\r\nconnection: close");
    }

    /** It says come again later. */
    boolean isRefusal() {
        return status == 503 || status == 429;
    }

    private String readReason() {
        String body =
                new String(received.array(), bodyAt, Math.max(0, received.position() - bodyAt), StandardCharsets.UTF_8);
        int from = body.indexOf(REASON);
        int to = from < 0 ? -1 : body.indexOf('"', from + REASON.length());
        return to < 0 ? "HTTP " + status : body.substring(from + REASON.length(), to);
    }

    private static long number(String head, String field, long otherwise) {
        int at = head.indexOf(field);
        if (at < 0) {
            return otherwise;
        }
        int from = at + field.length();
        return Long.parseLong(head.substring(from, head.indexOf('\r', from)).strip());
    }

    private boolean endsWithLastChunk() {
        int from = received.position() - LAST_CHUNK.length;
        return from >= bodyAt && indexOf(LAST_CHUNK, from) == from;
    }

    int status() {
        return status;
    }

    long retryAfterMillis() {
        return retryAfterMillis;
    }

    /** Why it was refused, as {@code ingress.wait-too-long}; empty when it was not. */
    String reason() {
        return reason;
    }

    boolean isClosing() {
        return closing;
    }

    private int indexOf(byte[] wanted, int from) {
        for (int at = from; at <= received.position() - wanted.length; at++) {
            int matched = 0;
            while (matched < wanted.length && received.get(at + matched) == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return at;
            }
        }
        return -1;
    }
}
