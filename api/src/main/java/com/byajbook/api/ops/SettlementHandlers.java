package com.byajbook.api.ops;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** One method a call about the providers' settlement files. */
final class SettlementHandlers {

    private static final int USUAL_RUNS = 60;

    private final SettlementsDesk desk;

    SettlementHandlers(SettlementsDesk desk) {
        this.desk = desk;
    }

    Mono<ServerResponse> latest(ServerRequest request) {
        return Mono.fromSupplier(() -> OpsHandlers.count(request, USUAL_RUNS))
                .flatMap(desk::latest)
                .flatMap(OpsHandlers::json);
    }

    Mono<ServerResponse> report(ServerRequest request) {
        return desk.report(request.pathVariable("provider"), request.pathVariable("day"))
                .flatMap(OpsHandlers::json);
    }

    Mono<ServerResponse> resolve(ServerRequest request) {
        return Mono.zip(order(request), OpsHandlers.caller(request))
                .flatMap(asked -> desk.resolve(
                        request.pathVariable("id"),
                        asked.getT1().by(asked.getT2().id().toString())))
                .flatMap(OpsHandlers::json);
    }

    private static Mono<SettlementOrder> order(ServerRequest request) {
        return request.bodyToMono(SettlementOrder.class)
                .switchIfEmpty(Mono.error(() ->
                        Failure.invalid(ProblemType.MALFORMED_JSON, "Send {\"action\": \"…\", \"reason\": \"…\"}.")));
    }
}
