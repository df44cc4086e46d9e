package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.marketplace.domain.FundingSaga;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.TransferChanged;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the news about disbursals: a loan that was paid out begins to be served, one that was not is undone. */
public final class SettleDisbursals {

    private static final Map<TransferChanged.Status, FundingSaga> STEPS = new EnumMap<>(Map.of(
            TransferChanged.Status.SUCCEEDED, FundingSaga.PAY_OUT,
            TransferChanged.Status.FAILED, FundingSaga.FAIL_DISBURSAL,
            TransferChanged.Status.REVERSED, FundingSaga.REVERSE_DISBURSAL));

    private final PayOutLoans payingOut;
    private final EndLoans ending;
    private final StopServicing servicing;
    private final Transactions transactions;

    public SettleDisbursals(
            PayOutLoans payingOut, EndLoans ending, StopServicing servicing, Transactions transactions) {
        this.payingOut = payingOut;
        this.ending = ending;
        this.servicing = servicing;
        this.transactions = transactions;
    }

    /** Completes when what follows from all of these is committed; what is undecided or no disbursal is passed over. */
    public Mono<Void> settle(List<TransferChanged> news) {
        List<TransferChanged> decided =
                news.stream().filter(SettleDisbursals::isDecided).toList();
        return Flux.fromIterable(Runs.of(decided, TransferChanged::status))
                .concatMap(run -> transactions.once(run, this::follow))
                .then();
    }

    private Mono<List<Message>> follow(List<TransferChanged> run) {
        Map<UUID, Instant> decidedAt = new LinkedHashMap<>();
        run.forEach(transfer -> decidedAt.putIfAbsent(loanOf(transfer), transfer.occurredAt()));
        FundingSaga step = Objects.requireNonNull(STEPS.get(run.get(0).status()), "undecided news was passed over");
        return step == FundingSaga.PAY_OUT ? payingOut.payOut(decidedAt) : undo(step, decidedAt.keySet());
    }

    private Mono<List<Message>> undo(FundingSaga step, Set<UUID> loans) {
        Mono<Void> stopped = step == FundingSaga.REVERSE_DISBURSAL ? servicing.stop(loans) : Mono.empty();
        return stopped.then(Mono.defer(() -> ending.end(step, loans)));
    }

    private static boolean isDecided(TransferChanged transfer) {
        UUID loanId = transfer.loanId();
        return transfer.purpose() == TransferChanged.Purpose.DISBURSAL
                && loanId != null
                && transfer.transferId().equals(FundingMessages.disbursalId(loanId))
                && STEPS.containsKey(transfer.status());
    }

    private static UUID loanOf(TransferChanged transfer) {
        return Objects.requireNonNull(transfer.loanId(), "a disbursal has a loan");
    }
}
