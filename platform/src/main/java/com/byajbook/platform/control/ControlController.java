package com.byajbook.platform.control;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The control plane for our other services, behind the internal token. */
@RestController
@RequestMapping("/internal/control")
final class ControlController {

    private static final String DEFAULT_CHANGES = "50";

    private final ListLimits limits;
    private final ChangeLimit change;
    private final ListReplicas replicas;
    private final ListChanges changes;
    private final Optional<DecisionDumps> decisions;
    private final Optional<ReadInvariants> invariants;

    ControlController(
            ListLimits limits,
            ChangeLimit change,
            ListReplicas replicas,
            ListChanges changes,
            Optional<DecisionDumps> decisions,
            Optional<ReadInvariants> invariants) {
        this.limits = limits;
        this.change = change;
        this.replicas = replicas;
        this.changes = changes;
        this.decisions = decisions;
        this.invariants = invariants;
    }

    @GetMapping("/limits")
    Mono<ServiceLimits> limits() {
        return limits.all();
    }

    @GetMapping("/limits/{name}")
    Mono<LimitView> limit(@PathVariable String name) {
        return limits.get(name);
    }

    @PutMapping("/limits/{name}")
    Mono<ChangedLimit> change(@PathVariable String name, @RequestBody LimitOrder order) {
        return Mono.fromSupplier(() -> order.toChange(name))
                .flatMap(change::change)
                .map(ChangeOutcome::getOrThrow);
    }

    @GetMapping("/changes")
    Mono<ServiceChanges> changes(
            @RequestParam(defaultValue = DEFAULT_CHANGES) int limit, @RequestParam @Nullable String name) {
        return Mono.defer(() -> {
            if (limit < 1 || limit > ListChanges.MOST) {
                throw Failure.invalid(
                        ProblemType.INVALID_PARAMETER, "limit must lie between 1 and " + ListChanges.MOST + ".");
            }
            return changes.latest(name, limit);
        });
    }

    @GetMapping("/replicas")
    Mono<ServiceReplicas> replicas() {
        return replicas.live();
    }

    @GetMapping("/invariants")
    Mono<ServiceInvariants> invariants() {
        return Mono.fromSupplier(() -> invariants.map(ReadInvariants::latest).orElse(ServiceInvariants.NONE));
    }

    /** Some megabytes to write, so not on an event loop. */
    @GetMapping("/decisions/{gate}")
    Mono<ResponseEntity<byte[]>> decisions(@PathVariable String gate) {
        return Mono.fromSupplier(() -> decisions.flatMap(dumps -> dumps.dump(gate)))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(Mono::justOrEmpty)
                .map(log -> download(gate, log))
                .switchIfEmpty(Mono.error(() -> Failure.notFound("No decisions are kept for a gate " + gate + ".")));
    }

    private ResponseEntity<byte[]> download(String gate, byte[] log) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(limits.service() + "-" + gate + ".decisions")
                                .build()
                                .toString())
                .body(log);
    }
}
