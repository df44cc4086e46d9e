package com.byajbook.loadtests.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One open stream of server-sent events, read on a thread of its own. */
public final class LiveEvents implements AutoCloseable {
    private static final int MAX_EVENTS = 10_000;

    private final InputStream stream;
    private final List<LiveEvent> seen = new CopyOnWriteArrayList<>();
    private final Semaphore news = new Semaphore(0);

    private LiveEvents(InputStream stream) {
        this.stream = stream;
    }

    static LiveEvents open(HttpClient http, HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
                throw new IllegalStateException("GET /v1/events answered " + response.statusCode() + " " + body);
            }
            LiveEvents events = new LiveEvents(response.body());
            Thread reader = new Thread(events::read, "live-events");
            reader.setDaemon(true);
            reader.start();
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException("GET /v1/events got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All events so far, oldest first. */
    public List<LiveEvent> seen() {
        return List.copyOf(seen);
    }

    /** The first event, past or coming, that matches; empty when none comes in time. */
    public Optional<LiveEvent> await(Predicate<LiveEvent> wanted, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<LiveEvent> found = seen.stream().filter(wanted).findFirst();
            long left = deadline - System.nanoTime();
            if (found.isPresent() || left <= 0) {
                return found;
            }
            try {
                if (news.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException alreadyGone) {
            // Closed is what was wanted.
        }
    }

    private void read() {
        LiveEvent.Draft draft = new LiveEvent.Draft();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && seen.size() < MAX_EVENTS; line = lines.readLine()) {
                if (line.isEmpty()) {
                    draft.finish().ifPresent(this::add);
                    draft = new LiveEvent.Draft();
                } else {
                    draft.add(line);
                }
            }
        } catch (IOException closed) {
            // The end of the stream, whoever ended it.
        }
    }

    private void add(LiveEvent event) {
        seen.add(event);
        news.release();
    }
}
