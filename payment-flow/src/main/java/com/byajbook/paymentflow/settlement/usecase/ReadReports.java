package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.settlement.domain.Kind;
import com.byajbook.paymentflow.settlement.domain.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the runs found, for people. */
public interface ReadReports {

    /** The newest runs first. */
    Flux<Summary> latest(int limit);

    /** One day of one provider with at most {@code most} of its differences, open ones first; empty when it was never begun. */
    Mono<Report> find(String provider, LocalDate day, int most);

    /** What is open, and when each provider's latest day was finished. */
    Mono<Health> health();

    /**
     * A run.
     *
     * @param problem why its file cannot be used; null when it can
     * @param file null before there was one
     * @param open its differences that nobody settled yet
     */
    record Summary(
            String provider,
            LocalDate day,
            Run.State state,
            @Nullable String problem,
            @Nullable File file,
            Tally tally,
            long open,
            @Nullable Instant finishedAt) {}

    /** A file that was read to its end. */
    record File(int lines, long bytes, String sha256, Instant fetchedAt) {}

    /** A run with its differences; {@code total} counts those too that are not shown. */
    record Report(Summary summary, long total, List<KeptDifference> differences) {}

    /** What alarms look at. */
    record Health(Map<Kind, Long> open, Map<String, Instant> finished) {}
}
