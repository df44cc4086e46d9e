package com.byajbook.loadtests.bench.openloop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One connection, with one attempt on it at a time. */
final class Line {
    final Reply reply = new Reply();
    private final SocketChannel channel;
    private final SelectionKey selection;

    @Nullable
    Wish wish;

    long attemptFromNanos;
    long giveUpNanos;
    boolean open = true;

    Line(Selector selector, InetSocketAddress target) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean connected = channel.connect(target);
        selection = channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
    }

    /** Finishes connecting; what waits to be sent is sent then. */
    void connected() throws IOException {
        boolean unused = channel.finishConnect();
        selection.interestOps(SelectionKey.OP_READ);
        Wish waiting = wish;
        if (waiting != null) {
            write(waiting);
        }
    }

    void send(Wish wanted, long fromNanos, long untilNanos) throws IOException {
        wish = wanted;
        attemptFromNanos = fromNanos;
        giveUpNanos = untilNanos;
        if (channel.isConnected()) {
            write(wanted);
        }
    }

    /** A request is far smaller than a socket's buffer, which is empty when the last answer is here. */
    private void write(Wish wanted) throws IOException {
        ByteBuffer request = wanted.template.with(wanted.key);
        int unused = channel.write(request);
        if (request.hasRemaining()) {
            throw new IOException("a request did not fit into the socket");
        }
    }

    /** Negative when the service closed it. */
    int read() throws IOException {
        return channel.read(reply.buffer());
    }

    void close() {
        open = false;
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
            assert !channel.isOpen() : e;
        }
    }
}
