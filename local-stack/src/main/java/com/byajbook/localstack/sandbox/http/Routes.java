package com.byajbook.localstack.sandbox.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The table of routes: finds one, reads the body within its bound, and turns every failure into a JSON problem. */
public final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final List<Route> routes = new ArrayList<>();

    /** Adds a route; {@code purpose} is what the index page says about it. */
    public Routes on(String method, String template, String purpose, Handler handler) {
        routes.add(Route.of(method, template, purpose, handler));
        return this;
    }

    /** Lines for the index: method, template, purpose. */
    public List<Listed> listed() {
        return routes.stream()
                .map(route -> new Listed(route.method(), route.template(), route.purpose()))
                .toList();
    }

    /** Answers one exchange; never signals an error. */
    public Mono<Void> serve(HttpServerRequest in, HttpServerResponse out) {
        return Mono.defer(() -> answer(in))
                .onErrorResume(
                        BadInput.class,
                        refused -> Mono.just(Reply.problem(refused.status(), "bad_input", refused.detail())))
                .onErrorResume(RuntimeException.class, bug -> {
                    LOG.error("The sandbox failed on {} {}", in.method(), in.uri(), bug);
                    return Mono.just(Reply.problem(500, "sandbox_bug", "The sandbox itself failed; see its log."));
                })
                .flatMap(reply -> write(out, reply));
    }

    private Mono<Reply> answer(HttpServerRequest in) {
        QueryStringDecoder uri = new QueryStringDecoder(in.uri());
        String path = decodedPath(uri);
        List<String> segments = Route.segments(path);
        String method = in.method().name();
        for (Route route : routes) {
            Optional<Map<String, String>> variables =
                    route.method().equals(method) ? route.match(segments) : Optional.empty();
            if (variables.isPresent()) {
                return body(in).map(body -> new Request(variables.get(), firstValues(uri), accept(in), body))
                        .flatMap(route.handler()::handle);
            }
        }
        return Mono.error(unknown(method, path));
    }

    private BadInput unknown(String method, String path) {
        String allowed = routes.stream()
                .filter(route -> route.match(Route.segments(path)).isPresent())
                .map(Route::method)
                .collect(Collectors.joining(", "));
        return allowed.isEmpty()
                ? new BadInput(404, "Nothing lives at " + path + "; GET / lists what does.")
                : new BadInput(405, method + " is not possible here, only " + allowed + ".");
    }

    private static Mono<String> body(HttpServerRequest in) {
        return in.receive()
                .asByteArray()
                .collect(ByteArrayOutputStream::new, Routes::appendWithinBound)
                .map(bytes -> bytes.toString(StandardCharsets.UTF_8));
    }

    private static void appendWithinBound(ByteArrayOutputStream body, byte[] part) {
        if (body.size() + part.length > MAX_BODY_BYTES) {
            throw new BadInput(413, "A body may have at most " + MAX_BODY_BYTES + " bytes.");
        }
        body.writeBytes(part);
    }

    private static String decodedPath(QueryStringDecoder uri) {
        try {
            return uri.path();
        } catch (IllegalArgumentException e) {
            throw new BadInput("The path is not properly percent-encoded.");
        }
    }

    private static Map<String, String> firstValues(QueryStringDecoder uri) {
        Map<String, String> first = new HashMap<>();
        try {
            uri.parameters().forEach((name, values) -> first.put(name, values.get(0)));
        } catch (IllegalArgumentException e) {
            throw new BadInput("The query is not properly percent-encoded.");
        }
        return first;
    }

    private static String accept(HttpServerRequest in) {
        String accept = in.requestHeaders().get(HttpHeaderNames.ACCEPT);
        return accept == null ? "" : accept;
    }

    private static Mono<Void> write(HttpServerResponse out, Reply reply) {
        return out.status(reply.status())
                .header(HttpHeaderNames.CONTENT_TYPE, reply.contentType())
                .sendString(Mono.just(reply.body()), StandardCharsets.UTF_8)
                .then();
    }

    /** What the index page tells about one route. */
    public record Listed(String method, String template, String purpose) {}
}
