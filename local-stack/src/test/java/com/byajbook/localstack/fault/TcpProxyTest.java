package com.byajbook.localstack.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private static final int MILLIS = 5_000;
    /** Long enough for loopback bytes to arrive if nothing held them. */
    private static final int HELD_MILLIS = 300;

    private final BlockingQueue<Socket> served = new LinkedBlockingQueue<>();
    private @Nullable ServerSocket server;
    private @Nullable TcpProxy proxy;

    @BeforeEach
    void open() throws IOException {
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> acceptAll(listening), "test-server");
        acceptor.setDaemon(true);
        acceptor.start();
        server = listening;
        proxy = TcpProxy.to("127.0.0.1", listening.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy().close();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void forwards_bytes_both_ways() throws Exception {
        try (Socket client = connect();
                Socket peer = peer()) {
            client.getOutputStream().write(1);
            assertThat(peer.getInputStream().read()).isEqualTo(1);
            peer.getOutputStream().write(2);
            assertThat(client.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void forwards_more_than_all_buffers_hold() throws Exception {
        int size = 8 * 1024 * 1024;
        try (Socket client = connect();
                Socket peer = peer()) {
            Thread writer = new Thread(() -> writeAndFinish(client, new byte[size]), "test-writer");
            writer.start();
            assertThat(peer.getInputStream().readAllBytes()).hasSize(size);
            writer.join();
        }
    }

    @Test
    void a_half_closed_link_still_answers() throws Exception {
        try (Socket client = connect();
                Socket peer = peer()) {
            client.shutdownOutput();
            assertThat(peer.getInputStream().read()).isEqualTo(-1);
            peer.getOutputStream().write(3);
            assertThat(client.getInputStream().read()).isEqualTo(3);
        }
    }

    @Test
    void cut_resets_both_ends_and_refuses_new_links() throws Exception {
        try (Socket client = connect();
                Socket peer = peer()) {
            proxy().cut();

            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> peer.getInputStream().read()).isInstanceOf(SocketException.class);
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            assertThat(proxy().connections()).isZero();
        }
    }

    @Test
    void restore_accepts_links_on_the_same_port_again() throws Exception {
        int port = proxy().port();
        proxy().cut();
        proxy().restore();

        assertThat(proxy().port()).isEqualTo(port);
        try (Socket client = connect();
                Socket peer = peer()) {
            client.getOutputStream().write(4);
            assertThat(peer.getInputStream().read()).isEqualTo(4);
        }
    }

    @Test
    void a_stall_to_the_server_holds_its_bytes_while_the_other_direction_flows() throws Exception {
        try (Socket client = connect();
                Socket peer = peer()) {
            proxy().stallToServer();
            client.getOutputStream().write(5);
            peer.getOutputStream().write(6);

            assertThat(client.getInputStream().read()).isEqualTo(6);
            assertNothingArrives(peer);

            proxy().flow();
            assertThat(peer.getInputStream().read()).isEqualTo(5);
        }
    }

    @Test
    void a_stall_to_the_client_holds_its_bytes_while_the_other_direction_flows() throws Exception {
        try (Socket client = connect();
                Socket peer = peer()) {
            proxy().stallToClient();
            peer.getOutputStream().write(7);
            client.getOutputStream().write(8);

            assertThat(peer.getInputStream().read()).isEqualTo(8);
            assertNothingArrives(client);

            proxy().flow();
            assertThat(client.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void a_cut_ends_links_that_were_stalled() throws Exception {
        try (Socket client = connect();
                Socket peer = peer()) {
            proxy().stallToServer();
            client.getOutputStream().write(9);
            proxy().cut();

            assertThatThrownBy(() -> peer.getInputStream().read()).isInstanceOf(SocketException.class);
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> proxy().connections() == 0);
        }
    }

    @Test
    void counts_open_links_and_all_that_were_accepted() throws Exception {
        try (Socket first = connect();
                Socket firstPeer = peer();
                Socket second = connect();
                Socket secondPeer = peer()) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> proxy().connections() == 2);
            assertThat(firstPeer.isClosed() || secondPeer.isClosed()).isFalse();
        }
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> proxy().connections() == 0);
        assertThat(proxy().accepted()).isEqualTo(2);
    }

    private TcpProxy proxy() {
        if (proxy == null) {
            throw new IllegalStateException("not opened");
        }
        return proxy;
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy().port());
        client.setSoTimeout(MILLIS);
        return client;
    }

    private Socket peer() throws Exception {
        Socket peer = served.poll(MILLIS, TimeUnit.MILLISECONDS);
        if (peer == null) {
            throw new AssertionError("the server saw no connection");
        }
        peer.setSoTimeout(MILLIS);
        return peer;
    }

    private void acceptAll(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                served.add(listening.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void writeAndFinish(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
            client.shutdownOutput();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertNothingArrives(Socket socket) throws IOException {
        socket.setSoTimeout(HELD_MILLIS);
        InputStream in = socket.getInputStream();
        assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(MILLIS);
    }
}
