package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.payments.usecase.ReadOutcomes;
import com.byajbook.paymentflow.payments.usecase.ReadOutcomes.Moved;
import com.byajbook.paymentflow.payments.usecase.ReadOutcomes.Position;
import com.byajbook.paymentflow.payments.usecase.Transactions;
import com.byajbook.paymentflow.settlement.domain.BankDays;
import com.byajbook.paymentflow.settlement.domain.Comparison;
import com.byajbook.paymentflow.settlement.domain.Comparison.OwnMovement;
import com.byajbook.paymentflow.settlement.domain.Movement;
import com.byajbook.paymentflow.settlement.domain.Tally;
import com.byajbook.paymentflow.settlement.usecase.KeepLines.Named;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks for the next movements that our books have of the day and the provider does not. A line of any day will do: what the
 * provider settled before midnight we may have heard of after it.
 */
public final class SearchMissing implements Step {

    private final Transactions transactions;
    private final ReadOutcomes outcomes;
    private final KeepLines lines;
    private final NoteFindings noting;
    private final int batch;

    public SearchMissing(
            Transactions transactions, ReadOutcomes outcomes, KeepLines lines, NoteFindings noting, int batch) {
        this.transactions = transactions;
        this.outcomes = outcomes;
        this.lines = lines;
        this.noting = noting;
        this.batch = batch;
    }

    @Override
    public Mono<Run> take(Run run) {
        return transactions.inOne(moved(run).collectList().flatMap(next -> search(run, next)));
    }

    private Flux<Moved> moved(Run run) {
        Instant from = BankDays.begin(run.day());
        Instant until = BankDays.begin(run.day().plusDays(1));
        return outcomes.moved(run.provider(), from, until, position(run.checkpoint()), batch);
    }

    private Mono<Run> search(Run run, List<Moved> next) {
        if (next.isEmpty()) {
            return noting.advance(run, run.at(Run.State.SEARCHED, ""), Tally.NONE);
        }
        Run then = run.at(run.state(), text(next.get(next.size() - 1).position()));
        return lines.present(
                        run.provider(), next.stream().map(SearchMissing::named).toList())
                .collect(Collectors.toSet())
                .map(present -> Comparison.ofMissing(absent(run, next, present)))
                .flatMap(missing -> noting.note(run, then, missing));
    }

    private static List<OwnMovement> absent(Run run, List<Moved> next, Set<Named> present) {
        return next.stream()
                .filter(moved -> !present.contains(named(moved)))
                .map(moved -> new OwnMovement(OurSide.of(moved.payment(), run.provider()), movement(moved)))
                .toList();
    }

    private static Named named(Moved moved) {
        return new Named(moved.payment().paymentId().toString(), movement(moved));
    }

    private static Movement movement(Moved moved) {
        return moved.back() ? Movement.RETURNED : Movement.PAID;
    }

    private static String text(Position position) {
        return position.at() + "/" + position.paymentId() + "/" + position.back();
    }

    private static @Nullable Position position(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String[] parts = text.split("/", -1);
        return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]), Boolean.parseBoolean(parts[2]));
    }
}
