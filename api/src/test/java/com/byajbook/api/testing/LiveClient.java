package com.byajbook.api.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An app that listens to its live stream. */
public final class LiveClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InputStream body;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Thread reader;

    private LiveClient(InputStream body) {
        this.body = body;
        this.reader = new Thread(this::read, "live-client");
        this.reader.setDaemon(true);
        this.reader.start();
    }

    /** Listens from now on, or from after an event. */
    public static LiveClient open(Client client, @Nullable String lastEventId) {
        HttpRequest.Builder request = client.request("/v1/events").timeout(PATIENCE);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<InputStream> response = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("status " + response.statusCode());
            }
            return new LiveClient(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next event, comments included. */
    public Event next() {
        return next(PATIENCE);
    }

    public Event next(Duration patience) {
        try {
            Event event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (event == null) {
                throw new AssertionError("no event in " + patience);
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next event that is not a heartbeat. */
    public Event nextChange() {
        Event event = next();
        while (event.name().equals("comment")) {
            event = next();
        }
        return event;
    }

    public boolean isQuietFor(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
        return events.stream().allMatch(event -> event.name().equals("comment"));
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException alreadyGone) {
            // Closed is what it should be.
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = "";
            String name = "message";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    name = "comment";
                } else if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("event:")) {
                    name = line.substring(6);
                } else if (line.startsWith("data:")) {
                    data.append(line, 5, line.length());
                } else if (line.isEmpty()) {
                    events.add(new Event(id, name, data.toString()));
                    id = "";
                    name = "message";
                    data.setLength(0);
                }
            }
            events.add(new Event("", "end", ""));
        } catch (IOException cut) {
            events.add(new Event("", "cut", ""));
        }
    }

    /** One server-sent event; a comment has the name "comment", the end of the stream "end". */
    public record Event(String id, String name, String data) {}
}
