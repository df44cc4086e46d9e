package com.byajbook.localstack.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy on a loopback port of its own whose network can be broken on demand. It buffers at most 16 KiB a direction and link beyond
 * what the kernel's sockets hold, so a stall pushes back to the sender as a real one does.
 */
public final class TcpProxy implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int BACKLOG = 128;

    private final InetSocketAddress target;
    private final int port;
    private final Valve toServer = new Valve();
    private final Valve toClient = new Valve();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;

    private TcpProxy(InetSocketAddress target, ServerSocket listener) {
        this.target = target;
        this.listener = listener;
        this.port = listener.getLocalPort();
    }

    /** Starts to forward at once; each connection is made to the target anew, so a restarted target is found again. */
    public static TcpProxy to(String host, int port) {
        ServerSocket listener = listen(0);
        TcpProxy proxy = new TcpProxy(new InetSocketAddress(host, port), listener);
        proxy.acceptFrom(listener);
        return proxy;
    }

    public int port() {
        return port;
    }

    /** Resets all links and refuses new ones, until {@link #restore()}. */
    public synchronized void cut() {
        if (listener != null) {
            close(listener);
            listener = null;
            awaitEndOfAcceptor();
        }
        links.forEach(Link::cut);
    }

    /** Accepts links again, on the same port, and lets both directions flow. Links that were cut stay dead. */
    public synchronized void restore() {
        flow();
        if (listener == null) {
            listener = listen(port);
            acceptFrom(listener);
        }
    }

    /** Holds what clients send; what the server sends still flows. Links stay open and new ones are accepted. */
    public void stallToServer() {
        toServer.set(false);
    }

    /** Holds what the server sends; what clients send still flows. */
    public void stallToClient() {
        toClient.set(false);
    }

    /** Lets both directions flow again; nothing that was held is lost. */
    public void flow() {
        toServer.set(true);
        toClient.set(true);
    }

    /** Links that are open now. */
    public int connections() {
        return links.size();
    }

    /** Links accepted since the start. */
    public int accepted() {
        return accepted.get();
    }

    @Override
    public void close() {
        cut();
    }

    private void acceptFrom(ServerSocket source) {
        Thread accepting = new Thread(() -> acceptUntilClosed(source), "tcp-proxy-accept-" + port);
        accepting.setDaemon(true);
        accepting.start();
        acceptor = accepting;
    }

    /** The kernel holds the port until the accept that is under way has returned. */
    private void awaitEndOfAcceptor() {
        if (acceptor == null) {
            return;
        }
        try {
            acceptor.join(CONNECT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptUntilClosed(ServerSocket source) {
        while (!source.isClosed()) {
            try {
                Socket client = source.accept();
                accepted.incrementAndGet();
                // Connected on a thread of its own: a target that does not answer must not hold up other clients.
                Thread connector = new Thread(() -> connect(source, client), "tcp-proxy-connect-" + port);
                connector.setDaemon(true);
                connector.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(ServerSocket source, Socket client) {
        Socket server = new Socket();
        try {
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            server.connect(target, CONNECT_MILLIS);
            register(source, client, server);
        } catch (IOException unreachable) {
            Link.reset(server);
            Link.reset(client);
        }
    }

    /** Under the lock of {@link #cut()}, so that no link slips through while all are being cut. */
    private synchronized void register(ServerSocket source, Socket client, Socket server) throws IOException {
        if (source.isClosed()) {
            throw new IOException("cut while connecting");
        }
        Link link = new Link(client, server, toServer, toClient, links::remove);
        links.add(link);
        link.open();
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy cannot listen on port " + port, e);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyClosed) {
            // Closed is what was wanted.
        }
    }
}
