package com.byajbook.api.ops;

import com.byajbook.api.testing.Client;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A viewer of the pipe who reads line by line. */
final class PictureStream implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_PICTURES = 20;

    private final Stream<String> body;
    private final Iterator<String> lines;

    private PictureStream(Stream<String> body) {
        this.body = body;
        this.lines = body.iterator();
    }

    static PictureStream open(Client operator) {
        try {
            HttpResponse<Stream<String>> response = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(
                            operator.request("/ops/pipe/stream")
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("status " + response.statusCode());
            }
            return new PictureStream(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The first picture of which this is true. */
    JsonNode await(Predicate<JsonNode> wanted) {
        for (int pictures = 0; pictures < MOST_PICTURES && lines.hasNext(); ) {
            String line = lines.next();
            if (line.startsWith("data:")) {
                pictures++;
                JsonNode picture = JSON.readTree(line.substring(5));
                if (wanted.test(picture)) {
                    return picture;
                }
            }
        }
        throw new AssertionError("the picture did not come");
    }

    @Override
    public void close() {
        body.close();
    }
}
