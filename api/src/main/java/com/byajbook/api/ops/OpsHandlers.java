package com.byajbook.api.ops;

import com.byajbook.api.security.Caller;
import com.byajbook.api.web.Uuids;
import com.byajbook.platform.control.LimitOrder;
import com.byajbook.platform.control.ListChanges;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One method a call of the ops surface. */
final class OpsHandlers {

    private static final int USUAL_CHANGES = 100;
    private static final String LOANS = "loan-engine";

    private final PipeWatch watch;
    private final Viewers viewers;
    private final ControlledServices services;
    private final LimitsDesk desk;
    private final InvariantsDesk invariants;

    OpsHandlers(
            PipeWatch watch, Viewers viewers, ControlledServices services, LimitsDesk desk, InvariantsDesk invariants) {
        this.watch = watch;
        this.viewers = viewers;
        this.services = services;
        this.desk = desk;
        this.invariants = invariants;
    }

    Mono<ServerResponse> pipe(ServerRequest request) {
        return watch.pictures()
                .next()
                .flatMap(
                        drawn -> fresh().contentType(MediaType.APPLICATION_JSON).bodyValue(drawn.json()));
    }

    Mono<ServerResponse> stream(ServerRequest request) {
        return caller(request)
                .flatMap(caller -> fresh().header("X-Accel-Buffering", "no")
                        .body(BodyInserters.fromServerSentEvents(viewers.view(caller))));
    }

    Mono<ServerResponse> limits(ServerRequest request) {
        return desk.all().flatMap(OpsHandlers::json);
    }

    Mono<ServerResponse> limit(ServerRequest request) {
        return service(request)
                .flatMap(service -> service.getLimit(request.pathVariable("name")))
                .flatMap(OpsHandlers::json);
    }

    Mono<ServerResponse> change(ServerRequest request) {
        return Mono.zip(service(request), order(request), caller(request))
                .flatMap(asked -> asked.getT1()
                        .change(
                                request.pathVariable("name"),
                                asked.getT2().by(asked.getT3().id().toString())))
                .flatMap(OpsHandlers::json);
    }

    /** The word is that of whoever the token names, whatever the body says. */
    Mono<ServerResponse> writeOff(ServerRequest request) {
        return Mono.zip(services.get(LOANS), writeOffOrder(request), caller(request))
                .flatMap(asked -> asked.getT1()
                        .writeOff(
                                Uuids.inPath(request.pathVariable("loan")),
                                asked.getT2().by(asked.getT3().id().toString())))
                .flatMap(OpsHandlers::json);
    }

    Mono<ServerResponse> changes(ServerRequest request) {
        return Mono.fromSupplier(() -> count(request)).flatMap(desk::changes).flatMap(OpsHandlers::json);
    }

    Mono<ServerResponse> invariants(ServerRequest request) {
        return invariants.all().flatMap(OpsHandlers::json);
    }

    Mono<ServerResponse> decisions(ServerRequest request) {
        String gate = request.pathVariable("gate");
        return service(request).flatMap(service -> {
            Flux<DataBuffer> log = service.streamDecisions(gate);
            return fresh().contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .headers(headers -> headers.setContentDisposition(ContentDisposition.attachment()
                            .filename(service.name() + "-" + gate + ".decisions")
                            .build()))
                    .body(BodyInserters.fromDataBuffers(log));
        });
    }

    private Mono<ControlledService> service(ServerRequest request) {
        return services.get(request.pathVariable("service"));
    }

    private static Mono<LimitOrder> order(ServerRequest request) {
        return request.bodyToMono(LimitOrder.class)
                .switchIfEmpty(Mono.error(() -> Failure.invalid(
                        ProblemType.MALFORMED_JSON, "Send {\"value\": …, \"version\": …, \"reason\": \"…\"}.")));
    }

    private static Mono<WriteOffOrder> writeOffOrder(ServerRequest request) {
        return request.bodyToMono(WriteOffOrder.class)
                .switchIfEmpty(
                        Mono.error(() -> Failure.invalid(ProblemType.MALFORMED_JSON, "Send {\"reason\": \"…\"}.")));
    }

    static Mono<Caller> caller(ServerRequest request) {
        return request.principal()
                .ofType(Authentication.class)
                .map(Authentication::getPrincipal)
                .ofType(Caller.class)
                .switchIfEmpty(Mono.error(() -> Failure.unauthenticated(
                        ProblemType.MISSING_TOKEN, "This call needs an access token of the role ops.")));
    }

    private static int count(ServerRequest request) {
        return count(request, USUAL_CHANGES);
    }

    /** The most of a list that the operator wants to see. */
    static int count(ServerRequest request, int usual) {
        String text = request.queryParam("limit").orElse(Integer.toString(usual));
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > ListChanges.MOST) {
            throw Failure.invalid(
                    ProblemType.INVALID_PARAMETER, "limit must lie between 1 and " + ListChanges.MOST + ".");
        }
        return Integer.parseInt(text);
    }

    static Mono<ServerResponse> json(Object body) {
        return fresh().contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }

    private static ServerResponse.BodyBuilder fresh() {
        return ServerResponse.ok().cacheControl(CacheControl.noStore());
    }
}
