package com.byajbook.loadtests.bench;

import com.byajbook.loadtests.harness.HarnessException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A fixed number of connections, each of which sends its next request when its last is answered. One thread and no allocation to speak of:
 * on a small machine every instruction of the generator is one that the measured service does not get.
 */
public final class ClosedLoop {
    private static final int ACCEPTED = 202;
    private static final long LONGEST_MICROS = 60_000_000;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

    private final InetSocketAddress target;
    private final List<RequestTemplate> requests;
    private Histogram latency = new Histogram(LONGEST_MICROS, 3);
    private long acknowledged;
    private long completed;
    private long refused;
    private int waiting;
    private long windowEnd;

    /** One connection a template. */
    public ClosedLoop(InetSocketAddress target, List<RequestTemplate> requests) {
        this.target = target;
        this.requests = requests;
    }

    /** All 202s so far. */
    long acknowledged() {
        return acknowledged;
    }

    /** Runs for the window, and then until every request that was sent is answered. */
    public Arm.Work run(Duration window) {
        latency = new Histogram(LONGEST_MICROS, 3);
        completed = 0;
        refused = 0;
        waiting = 0;
        try (Selector selector = Selector.open()) {
            List<Line> lines = open(selector);
            long began = System.nanoTime();
            windowEnd = began + window.toNanos();
            for (Line line : lines) {
                line.send();
            }
            exchange(selector);
            for (Line line : lines) {
                line.channel.close();
            }
            return new Arm.Work(completed, refused, window.toNanos() / 1e9, latency);
        } catch (IOException e) {
            throw new HarnessException("The measured service broke a connection: " + e.getMessage(), e);
        }
    }

    private List<Line> open(Selector selector) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (RequestTemplate template : requests) {
            SocketChannel channel = SocketChannel.open(target);
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Line line = new Line(channel, template);
            channel.register(selector, SelectionKey.OP_READ, line);
            lines.add(line);
        }
        return lines;
    }

    private void exchange(Selector selector) throws IOException {
        long giveUp = windowEnd + LAST_ANSWERS.toNanos();
        while (waiting > 0) {
            if (System.nanoTime() > giveUp) {
                throw new IOException(waiting + " requests were never answered");
            }
            int selected = selector.select(key -> receive((Line) key.attachment()), 1_000);
            assert selected >= 0;
        }
    }

    private void receive(Line line) {
        try {
            if (line.channel.read(line.response.buffer()) < 0) {
                throw new IOException("closed by the service");
            }
            int status = line.response.completed();
            if (status != 0) {
                answered(line, status);
            }
        } catch (IOException e) {
            throw new HarnessException("A connection of the generator broke: " + e.getMessage(), e);
        }
    }

    private void answered(Line line, int status) throws IOException {
        long now = System.nanoTime();
        waiting--;
        if (status == ACCEPTED) {
            acknowledged++;
        }
        if (now >= windowEnd) {
            return;
        }
        if (status == ACCEPTED) {
            completed++;
            latency.recordValue(Math.min(LONGEST_MICROS, (now - line.sentAt) / 1_000));
        } else {
            refused++;
        }
        line.send();
    }

    /** One connection. */
    private final class Line {
        private final SocketChannel channel;
        private final RequestTemplate template;
        private final ResponseParser response = new ResponseParser();
        private long sentAt;

        Line(SocketChannel channel, RequestTemplate template) {
            this.channel = channel;
            this.template = template;
        }

        /** A request is far smaller than a socket's buffer, which is empty when the last answer is here. */
        void send() throws IOException {
            ByteBuffer request = template.next();
            sentAt = System.nanoTime();
            waiting++;
            channel.write(request);
            if (request.hasRemaining()) {
                throw new IOException("a request did not fit into the socket");
            }
        }
    }
}
