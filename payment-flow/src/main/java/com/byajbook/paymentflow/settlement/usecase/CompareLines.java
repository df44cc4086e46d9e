package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.payments.usecase.ReadOutcomes;
import com.byajbook.paymentflow.payments.usecase.Transactions;
import com.byajbook.paymentflow.settlement.domain.Comparison;
import com.byajbook.paymentflow.settlement.domain.Line;
import com.byajbook.paymentflow.settlement.domain.Ours;
import com.byajbook.paymentflow.settlement.domain.Tally;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Looks at the next lines of a file beside the payments that they name. */
public final class CompareLines implements Step {

    private static final Pattern PAYMENT_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Transactions transactions;
    private final KeepLines lines;
    private final ReadOutcomes outcomes;
    private final NoteFindings noting;
    private final int batch;

    public CompareLines(
            Transactions transactions, KeepLines lines, ReadOutcomes outcomes, NoteFindings noting, int batch) {
        this.transactions = transactions;
        this.lines = lines;
        this.outcomes = outcomes;
        this.noting = noting;
        this.batch = batch;
    }

    @Override
    public Mono<Run> take(Run run) {
        return transactions.inOne(lines.next(run, batch).collectList().flatMap(next -> compare(run, next)));
    }

    private Mono<Run> compare(Run run, List<Line> next) {
        if (next.isEmpty()) {
            return noting.advance(run, run.at(Run.State.COMPARED, ""), Tally.NONE);
        }
        Run then = run.at(run.state(), next.get(next.size() - 1).reference());
        return known(run, next).flatMap(known -> noting.note(run, then, Comparison.of(next, known)));
    }

    private Mono<Map<String, Ours>> known(Run run, List<Line> next) {
        Set<UUID> ids = next.stream().flatMap(line -> paymentId(line).stream()).collect(Collectors.toSet());
        return outcomes.of(ids)
                .map(payment -> OurSide.of(payment, run.provider()))
                .collectMap(ours -> ours.paymentId().toString());
    }

    /** A reference that is no id of ours belongs to no payment of ours. */
    private static Optional<UUID> paymentId(Line line) {
        return PAYMENT_ID.matcher(line.reference()).matches()
                ? Optional.of(UUID.fromString(line.reference()))
                : Optional.empty();
    }
}
