package com.byajbook.loadtests.bench.openloop;

import com.byajbook.loadtests.harness.HarnessException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * People who come when they come, whether or not the platform keeps up.
 *
 * <p>Each arrival has an intended time, and what it took counts from there, also when this generator or a connection was
 * late. One thread; it stops by itself when the time is over and every wish has an end or was waited for long enough.
 */
public final class OpenLoop {
    private static final int MOST_CONNECTIONS = 8_000;
    private static final double NANOS = 1e9;
    private static final long SHORT_SLEEP_MILLIS = 1;

    private final InetSocketAddress target;
    private final Mix mix;
    private final Patience patience;
    private final long promiseNanos;
    private final ArrayDeque<Line> idle = new ArrayDeque<>();
    private final ArrayDeque<GiveUp> giveUps = new ArrayDeque<>();
    private final ArrayDeque<Wish> unconnected = new ArrayDeque<>();
    private final PriorityQueue<Again> again = new PriorityQueue<>(Comparator.comparingLong(Again::atNanos));
    private final Set<Line> lines = new HashSet<>();
    private long keys = System.nanoTime();
    private int open;

    private record Again(long atNanos, Wish wish) {}

    private record GiveUp(long atNanos, Line line) {}

    /** A crowd. @param promise later than this a good answer is not a good one any more */
    public OpenLoop(URI api, Mix mix, Patience patience, Duration promise) {
        this.target = new InetSocketAddress("127.0.0.1", api.getPort());
        this.mix = mix;
        this.patience = patience;
        this.promiseNanos = promise.toNanos();
    }

    /**
     * Arrivals for so long, and then their answers.
     *
     * @param lastAnswers how long the last ones are waited for; a wish without an end by then was not granted
     * @param perSecondAt the rate at a second of the run
     */
    public Tally run(Duration length, Duration lastAnswers, DoubleUnaryOperator perSecondAt) {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        long giveUpAll = end + lastAnswers.toNanos();
        Tally counting = new Tally(start, length.toNanos() / NANOS);
        try (Selector selector = Selector.open()) {
            double due = start;
            long now = start;
            while (due < end || open > 0 && now < giveUpAll) {
                now = System.nanoTime();
                while (due <= now && due < end) {
                    arrive(selector, counting, (long) due);
                    due += NANOS / Math.max(1, perSecondAt.applyAsDouble((due - start) / NANOS));
                }
                retryDue(selector, counting, now);
                giveUpDue(counting, now);
                serveUnconnected(selector, counting);
                await(selector, counting, (long) Math.min(due, end));
            }
            lines.forEach(Line::close);
            lines.clear();
            idle.clear();
            giveUps.clear();
            again.clear();
            unconnected.clear();
            open = 0;
            return counting;
        } catch (IOException e) {
            throw new HarnessException("The generator's own sockets failed: " + e.getMessage(), e);
        }
    }

    private void arrive(Selector selector, Tally counting, long intended) throws IOException {
        Wish wish = new Wish(mix.next(), keys++, intended);
        open++;
        counting.due(wish);
        counting.sent(System.nanoTime() - intended);
        attempt(selector, counting, wish, intended);
    }

    private void retryDue(Selector selector, Tally counting, long now) throws IOException {
        for (Again next = again.peek(); next != null && next.atNanos() <= now; next = again.peek()) {
            Again due = again.remove();
            attempt(selector, counting, due.wish(), due.atNanos());
        }
    }

    private void attempt(Selector selector, Tally counting, Wish wish, long from) throws IOException {
        Line line = free(selector);
        if (line == null) {
            unconnected.add(wish);
            return;
        }
        wish.attempts++;
        counting.of(wish.template.kind()).attempts++;
        long giveUp = System.nanoTime() + patience.timeout().toNanos();
        giveUps.add(new GiveUp(giveUp, line));
        try {
            line.send(wish, from, giveUp);
        } catch (IOException e) {
            broken(counting, line);
        }
    }

    private @Nullable Line free(Selector selector) throws IOException {
        Line line = idle.pollLast();
        if (line == null && lines.size() < MOST_CONNECTIONS) {
            line = new Line(selector, target);
            lines.add(line);
        }
        return line;
    }

    /** They come as soon as a connection is free, late as they are: their time runs from when they were due. */
    private void serveUnconnected(Selector selector, Tally counting) throws IOException {
        while (!unconnected.isEmpty() && (!idle.isEmpty() || lines.size() < MOST_CONNECTIONS)) {
            Wish wish = unconnected.remove();
            attempt(selector, counting, wish, wish.attempts == 0 ? wish.intendedNanos : System.nanoTime());
        }
    }

    private void giveUpDue(Tally counting, long now) {
        for (GiveUp oldest = giveUps.peek(); oldest != null && oldest.atNanos() <= now; oldest = giveUps.peek()) {
            Line line = giveUps.remove().line();
            if (line.wish != null && line.giveUpNanos == oldest.atNanos()) {
                counting.of(line.wish.template.kind()).timeouts++;
                failed(counting, take(line), 0, false);
                drop(line);
            }
        }
    }

    private void await(Selector selector, Tally counting, long nextDue) throws IOException {
        long sleep = (nextDue - System.nanoTime()) / 1_000_000;
        int unused = sleep >= SHORT_SLEEP_MILLIS
                ? selector.select(key -> ready(counting, key), Math.min(sleep, 20))
                : selector.selectNow(key -> ready(counting, key));
    }

    private void ready(Tally counting, SelectionKey key) {
        Line line = (Line) key.attachment();
        try {
            if (key.isConnectable()) {
                line.connected();
            } else if (line.read() < 0) {
                broken(counting, line);
            } else if (line.wish != null && line.reply.isComplete()) {
                answered(counting, line);
            }
        } catch (IOException e) {
            broken(counting, line);
        }
    }

    private void answered(Tally counting, Line line) {
        long from = line.attemptFromNanos;
        Wish wish = take(line);
        Tally.OfKind kind = counting.of(wish.template.kind());
        int status = line.reply.status();
        if (wish.template.kind().isSuccess(status)) {
            open--;
            counting.succeeded(wish, System.nanoTime(), from, promiseNanos);
        } else if (line.reply.isRefusal()) {
            kind.refusals++;
            counting.refusedBecause(line.reply.reason());
            failed(counting, wish, line.reply.retryAfterMillis(), true);
        } else {
            kind.errors++;
            failed(counting, wish, 0, false);
        }
        if (line.reply.isClosing()) {
            drop(line);
        } else {
            idle.addLast(line);
        }
    }

    private void failed(Tally counting, Wish wish, long retryAfterMillis, boolean refused) {
        long now = System.nanoTime();
        if (refused && wish.promisedNanos == 0) {
            wish.refusedAtNanos = now;
            wish.promisedNanos = retryAfterMillis * 1_000_000L;
        }
        if (wish.attempts <= patience.retries()) {
            again.add(new Again(now + patience.pauseNanos(retryAfterMillis), wish));
            return;
        }
        open--;
        if (refused) {
            counting.of(wish.template.kind()).refused++;
        }
    }

    private void broken(Tally counting, Line line) {
        if (line.wish != null) {
            counting.of(line.wish.template.kind()).errors++;
            failed(counting, take(line), 0, false);
        }
        drop(line);
    }

    private static Wish take(Line line) {
        Wish wish = line.wish;
        if (wish == null) {
            throw new IllegalStateException("an answer to nothing");
        }
        line.wish = null;
        return wish;
    }

    private void drop(Line line) {
        boolean unused = lines.remove(line) | idle.remove(line);
        line.close();
    }
}
