package com.byajbook.api.ops;

import com.byajbook.platform.problem.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The console's files. A few hundred kilobytes, read once at start: serving them touches no disk and so never blocks an
 * event loop, and only what was found then has an address.
 */
final class ConsoleFiles {

    static final String INDEX = "index.html";

    private static final String OURS = "/ops-console/";
    private static final String CHARTS = "/dist/";
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final Map<String, ConsoleFile> files;

    private ConsoleFiles(Map<String, ConsoleFile> files) {
        this.files = Map.copyOf(files);
    }

    /** Blocks; the service does not start without its console or the chart library that this draws with. */
    static ConsoleFiles read() {
        Map<String, ConsoleFile> files = new HashMap<>();
        add(files, "classpath*:ops-console/**/*.*", OURS, "");
        add(files, "classpath*:META-INF/resources/webjars/uplot/*/dist/uPlot.esm.js", CHARTS, "console/vendor/");
        add(files, "classpath*:META-INF/resources/webjars/uplot/*/dist/uPlot.min.css", CHARTS, "console/vendor/");
        return new ConsoleFiles(files);
    }

    /** The file, or "not modified" to who has it. */
    Mono<ServerResponse> serve(ServerRequest request, String path) {
        ConsoleFile file = files.get(path);
        if (file == null) {
            return Mono.error(() -> Failure.notFound("The console has no such file."));
        }
        return request.checkNotModified(file.etag())
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .contentType(file.type())
                        .eTag(file.etag())
                        .cacheControl(CacheControl.noCache())
                        .bodyValue(file.content())));
    }

    private static void add(Map<String, ConsoleFile> files, String pattern, String root, String prefix) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
            if (found.length == 0) {
                throw new IllegalStateException("The console cannot be served: nothing matches " + pattern);
            }
            for (Resource resource : found) {
                String address = resource.getURL().toString();
                String path = prefix + address.substring(address.lastIndexOf(root) + root.length());
                files.put(path, file(path, resource));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The console's files cannot be read", e);
        }
    }

    private static ConsoleFile file(String path, Resource resource) throws IOException {
        try (InputStream content = resource.getInputStream()) {
            byte[] bytes = content.readAllBytes();
            return new ConsoleFile(bytes, type(path), '"' + HexFormat.of().formatHex(sha256(bytes), 0, 16) + '"');
        }
    }

    private static MediaType type(String path) {
        if (path.endsWith(".js")) {
            return SCRIPT;
        }
        MediaType type = MediaTypeFactory.getMediaType(path).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return type.getType().equals("text") ? MediaType.parseMediaType(type + ";charset=UTF-8") : type;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private record ConsoleFile(byte[] content, MediaType type, String etag) {}
}
