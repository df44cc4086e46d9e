package com.byajbook.localstack.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks whether an AMQP broker answers, without a login. */
final class AmqpProbe {
    private static final byte[] PROTOCOL_HEADER = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
    private static final int METHOD_FRAME = 1;
    private static final int MILLIS = 2_000;

    private AmqpProbe() {}

    /** A broker opens its listener last, so its greeting means that it is up. */
    static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), MILLIS);
            socket.setSoTimeout(MILLIS);
            socket.getOutputStream().write(PROTOCOL_HEADER);
            return socket.getInputStream().read() == METHOD_FRAME;
        } catch (IOException notYet) {
            return false;
        }
    }
}
