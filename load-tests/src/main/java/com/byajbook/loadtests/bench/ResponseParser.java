package com.byajbook.loadtests.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Finds the end of an HTTP/1.1 response and its status, and looks at nothing else. */
final class ResponseParser {
    private static final int LARGEST = 16 * 1024;
    private static final int STATUS_AT = 9;
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST_CHUNK = {'\r', '\n', '0', '\r', '\n', '\r', '\n'};

    private final ByteBuffer received = ByteBuffer.allocate(LARGEST);
    private int bodyAt = -1;
    private int bodyLength = -1;

    ByteBuffer buffer() {
        return received;
    }

    /** The status, or 0 while the response is not complete. A complete one is forgotten. */
    int completed() {
        if (bodyAt < 0) {
            int end = indexOf(HEAD_END, 0);
            if (end < 0) {
                return 0;
            }
            bodyAt = end + HEAD_END.length;
            bodyLength = contentLength();
        }
        boolean whole = bodyLength >= 0
                ? received.position() >= bodyAt + bodyLength
                // A chunked body may begin with its last chunk, so the search starts at the head's last line break.
                : indexOf(LAST_CHUNK, bodyAt - 2) >= 0;
        return whole ? take() : 0;
    }

    private int take() {
        int status = 0;
        for (int i = STATUS_AT; i < STATUS_AT + 3; i++) {
            status = status * 10 + (received.get(i) - '0');
        }
        received.clear();
        bodyAt = -1;
        bodyLength = -1;
        return status;
    }

    private int contentLength() {
        String head = new String(received.array(), 0, bodyAt, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int field = head.indexOf("\r\ncontent-length:");
        if (field < 0) {
            return -1;
        }
        int from = field + "\r\ncontent-length:".length();
        return Integer.parseInt(head.substring(from, head.indexOf('\r', from)).strip());
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
