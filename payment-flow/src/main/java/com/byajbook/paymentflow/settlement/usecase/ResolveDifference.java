package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.payments.usecase.Doorbell;
import com.byajbook.paymentflow.payments.usecase.SendMoney;
import com.byajbook.paymentflow.payments.usecase.Transactions;
import com.byajbook.paymentflow.settlement.domain.Action;
import com.byajbook.paymentflow.settlement.usecase.KeptDifference.Settled;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Does what an operator decided about a difference, once. Deciding the same again answers the same. */
public final class ResolveDifference {

    private final Transactions transactions;
    private final KeepDifferences differences;
    private final KeepRuns runs;
    private final Remedies remedies;
    private final SendMoney sending;
    private final Doorbell rechecks;
    private final Clock clock;

    /** Rings when a day is to be looked at again. */
    public ResolveDifference(
            Transactions transactions,
            KeepDifferences differences,
            KeepRuns runs,
            Remedies remedies,
            SendMoney sending,
            Doorbell rechecks,
            Clock clock) {
        this.transactions = transactions;
        this.differences = differences;
        this.runs = runs;
        this.remedies = remedies;
        this.sending = sending;
        this.rechecks = rechecks;
        this.clock = clock;
    }

    /** @return the difference as it is then; after a RECHECK still open, and its day is due again */
    public Mono<KeptDifference> resolve(UUID id, Resolution wanted) {
        return transactions
                .commit(Mono.defer(() -> decide(id, wanted)))
                .then(Mono.fromRunnable(() -> ring(wanted.action())))
                .then(Mono.defer(() -> differences.find(id)));
    }

    private void ring(Action action) {
        if (action == Action.RECHECK) {
            rechecks.ring();
        }
        if (action == Action.REFUND_PAYER) {
            sending.ring();
        }
    }

    private Mono<List<Message>> decide(UUID id, Resolution wanted) {
        return differences
                .lock(id)
                .switchIfEmpty(Mono.error(() -> Failure.notFound("There is no difference " + id + ".")))
                .flatMap(kept -> decide(kept, wanted));
    }

    private Mono<List<Message>> decide(KeptDifference kept, Resolution wanted) {
        if (!kept.difference().allowed().contains(wanted.action())) {
            return Mono.error(() -> notAllowed(kept, wanted.action()));
        }
        Settled settled = kept.settled();
        if (settled != null) {
            return isSame(settled, wanted) ? Mono.just(List.of()) : Mono.error(() -> settledBefore(settled));
        }
        if (wanted.action() == Action.RECHECK) {
            return runs.redo(kept.provider(), kept.day(), clock.instant()).thenReturn(List.of());
        }
        Settled how = new Settled(wanted.action().name(), wanted.by(), wanted.reason(), clock.instant());
        return differences
                .settle(List.of(kept.id()), how)
                .then(Mono.defer(() -> remedies.apply(kept, wanted.action())));
    }

    private static boolean isSame(Settled settled, Resolution wanted) {
        return settled.how().equals(wanted.action().name())
                && settled.by().equals(wanted.by())
                && settled.reason().equals(wanted.reason());
    }

    private static Failure settledBefore(Settled settled) {
        return Failure.conflict(
                ProblemType.STALE_VERSION,
                "It was settled before, by " + settled.by() + ": " + settled.how() + ".",
                Map.of("resolution", settled.how(), "by", settled.by(), "reason", settled.reason()));
    }

    private static Failure notAllowed(KeptDifference kept, Action action) {
        List<String> allowed =
                kept.difference().allowed().stream().map(Action::name).toList();
        return Failure.refused(
                ProblemType.ACTION_NOT_ALLOWED,
                action + " does not settle a difference of the kind "
                        + kept.difference().kind() + "; allowed are " + String.join(", ", allowed) + ".",
                Map.of("kind", kept.difference().kind().name(), "allowed", allowed));
    }
}
