package com.byajbook.localstack.fault;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One proxied connection: two sockets and a pump for each direction. */
final class Link {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final Socket client;
    private final Socket server;
    private final Valve toServer;
    private final Valve toClient;
    private final Consumer<Link> whenGone;
    private final AtomicBoolean gone = new AtomicBoolean();
    private final AtomicInteger pumping = new AtomicInteger(2);

    Link(Socket client, Socket server, Valve toServer, Valve toClient, Consumer<Link> whenGone) {
        this.client = client;
        this.server = server;
        this.toServer = toServer;
        this.toClient = toClient;
        this.whenGone = whenGone;
    }

    void open() {
        daemon("to-server", () -> pump(client, server, toServer));
        daemon("to-client", () -> pump(server, client, toClient));
    }

    /** Breaks the link as a dead network path would look to both ends: a reset, with nothing flushed. */
    void cut() {
        if (gone.compareAndSet(false, true)) {
            reset(client);
            reset(server);
            toServer.nudge();
            toClient.nudge();
            whenGone.accept(this);
        }
    }

    private void pump(Socket from, Socket to, Valve valve) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                valve.pass(gone::get);
                if (gone.get()) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
            valve.pass(gone::get);
            to.shutdownOutput();
            if (pumping.decrementAndGet() == 0) {
                closeQuietly();
            }
        } catch (IOException broken) {
            cut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cut();
        }
    }

    private void closeQuietly() throws IOException {
        if (gone.compareAndSet(false, true)) {
            client.close();
            server.close();
            whenGone.accept(this);
        }
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyClosed) {
            // Closed is what was wanted.
        }
    }

    private static void daemon(String direction, Runnable work) {
        Thread thread = new Thread(work, "tcp-proxy-" + direction);
        thread.setDaemon(true);
        thread.start();
    }
}
