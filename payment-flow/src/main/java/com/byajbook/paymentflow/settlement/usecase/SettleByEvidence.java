package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.payments.usecase.LearnSettled;
import com.byajbook.paymentflow.payments.usecase.LearnSettled.Learnt;
import com.byajbook.paymentflow.payments.usecase.Transactions;
import com.byajbook.paymentflow.settlement.domain.Tally;
import com.byajbook.paymentflow.settlement.usecase.KeptDifference.Settled;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Lets payments learn what the file knows better: that their money moved, or came back. What a payment does not believe,
 * because its bank reference stands for another one, stays open for a person. At the end, what the file has right by now is
 * settled too, and the run is over.
 */
public final class SettleByEvidence implements Step {

    private final Transactions transactions;
    private final KeepDifferences differences;
    private final LearnSettled learning;
    private final KeepRuns runs;
    private final Clock clock;
    private final int batch;

    public SettleByEvidence(
            Transactions transactions,
            KeepDifferences differences,
            LearnSettled learning,
            KeepRuns runs,
            Clock clock,
            int batch) {
        this.transactions = transactions;
        this.differences = differences;
        this.learning = learning;
        this.runs = runs;
        this.clock = clock;
        this.batch = batch;
    }

    @Override
    public Mono<Run> take(Run run) {
        int afterLine = run.checkpoint().isEmpty() ? 0 : Integer.parseInt(run.checkpoint());
        return differences
                .listSettlingByThemselves(run, afterLine, batch)
                .collectList()
                .flatMap(next -> next.isEmpty() ? finish(run) : settle(run, next));
    }

    private Mono<Run> settle(Run run, List<KeptDifference> next) {
        int lastLine = next.get(next.size() - 1).difference().line();
        Run then = run.at(run.state(), Integer.toString(lastLine));
        return transactions
                .commit(runs.advance(run, then, Tally.NONE).then(Mono.defer(() -> learn(next))))
                .thenReturn(then);
    }

    private Mono<List<Message>> learn(List<KeptDifference> next) {
        return learning.learn(next.stream().map(Lessons::ofFile).toList())
                .flatMap(learnt -> settle(next, learnt).thenReturn(learnt.messages()));
    }

    private Mono<Void> settle(List<KeptDifference> next, Learnt learnt) {
        List<UUID> settled = next.stream()
                .filter(kept -> learnt.believed().contains(kept.source()))
                .map(KeptDifference::id)
                .toList();
        Settled how = new Settled(
                KeptDifference.BY_ITSELF,
                KeptDifference.RECONCILIATION,
                "the payment learnt it from the file",
                clock.instant());
        return settled.isEmpty() ? Mono.empty() : differences.settle(settled, how);
    }

    private Mono<Run> finish(Run run) {
        return transactions.inOne(differences
                .settleCorrected(run, clock.instant())
                .then(Mono.defer(() -> runs.finish(run, clock.instant()))));
    }
}
