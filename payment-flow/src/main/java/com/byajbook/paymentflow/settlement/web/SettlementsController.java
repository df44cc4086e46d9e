package com.byajbook.paymentflow.settlement.web;

import com.byajbook.paymentflow.settlement.usecase.ReadReports;
import com.byajbook.paymentflow.settlement.usecase.ResolveDifference;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The reconciliation with the providers, on the control plane and behind the internal token as all of it. */
@RestController
@RequestMapping("/internal/control/settlements")
class SettlementsController {

    private static final String USUAL = "60";
    private static final int MOST = 500;

    private final ReadReports reports;
    private final ResolveDifference resolving;

    SettlementsController(ReadReports reports, ResolveDifference resolving) {
        this.reports = reports;
        this.resolving = resolving;
    }

    @GetMapping
    Mono<RunsView> latest(@RequestParam(defaultValue = USUAL) int limit) {
        return Mono.defer(() -> {
            if (limit < 1 || limit > MOST) {
                throw Failure.invalid(ProblemType.INVALID_PARAMETER, "limit must lie between 1 and " + MOST + ".");
            }
            return reports.latest(limit).map(RunView::of).collectList().map(RunsView::new);
        });
    }

    @GetMapping("/{provider}/{day}")
    Mono<ReportView> report(
            @PathVariable String provider, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        return reports.find(provider, day, MOST)
                .map(ReportView::of)
                .switchIfEmpty(Mono.error(
                        () -> Failure.notFound("The day " + day + " of " + provider + " was never compared.")));
    }

    @PostMapping("/differences/{id}/resolution")
    Mono<DifferenceView> resolve(@PathVariable UUID id, @RequestBody ResolutionOrder order) {
        return Mono.fromSupplier(order::resolution)
                .flatMap(resolution -> resolving.resolve(id, resolution))
                .map(DifferenceView::of);
    }
}
