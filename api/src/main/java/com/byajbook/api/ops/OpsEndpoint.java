package com.byajbook.api.ops;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import java.net.URI;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The addresses below {@code /ops} on the management port.
 *
 * <p>Belongs to the management context, so that the public port never has them.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "byajbook.control.enabled", matchIfMissing = true)
public class OpsEndpoint {

    @Bean
    ConsoleHeaders consoleHeaders() {
        return new ConsoleHeaders();
    }

    @Bean
    RouterFunction<ServerResponse> consoleRoutes() {
        ConsoleFiles files = ConsoleFiles.read();
        return RouterFunctions.route()
                .GET(path("/ops").and(request -> request.path().equals("/ops")), request -> toConsole())
                .GET("/ops/", request -> files.serve(request, ConsoleFiles.INDEX))
                .GET("/ops/console/{*file}", request -> files.serve(request, "console" + request.pathVariable("file")))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> opsRoutes(
            PipeWatch watch, Viewers viewers, ControlledServices services, LimitsDesk desk, InvariantsDesk invariants) {
        OpsHandlers handlers = new OpsHandlers(watch, viewers, services, desk, invariants);
        return RouterFunctions.route()
                .GET("/ops/pipe", handlers::pipe)
                .GET("/ops/pipe/stream", handlers::stream)
                .GET("/ops/limits", handlers::limits)
                .GET("/ops/limits/changes", handlers::changes)
                .GET("/ops/limits/{service}/{name}", handlers::limit)
                .PUT("/ops/limits/{service}/{name}", handlers::change)
                .POST("/ops/loans/{loan}/write-off", handlers::writeOff)
                .GET("/ops/invariants", handlers::invariants)
                .GET("/ops/decisions/{service}/{gate}", handlers::decisions)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> settlementRoutes(SettlementsDesk desk) {
        SettlementHandlers handlers = new SettlementHandlers(desk);
        return RouterFunctions.route()
                .GET("/ops/settlements", handlers::latest)
                .GET("/ops/settlements/{provider}/{day}", handlers::report)
                .POST("/ops/settlements/differences/{id}/resolution", handlers::resolve)
                .build();
    }

    /** The page's own addresses are relative, so its slash matters. */
    private static Mono<ServerResponse> toConsole() {
        return ServerResponse.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create("/ops/"))
                .build();
    }
}
