package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.loanengine.lifecycle.usecase.MoveLoans;
import com.byajbook.loanengine.marketplace.domain.CancellationOutcome;
import com.byajbook.loanengine.marketplace.domain.FundingSaga;
import com.byajbook.loanengine.marketplace.usecase.KeepAnswers.Cancellation;
import com.byajbook.platform.message.CancelLoan;
import com.byajbook.platform.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes a borrower's wish to leave a loan: as long as no money is on its way, the loan ends. */
public final class CancelLoans {

    private final MoveLoans loans;
    private final EndLoans ending;
    private final KeepAnswers answers;
    private final Transactions transactions;

    public CancelLoans(MoveLoans loans, EndLoans ending, KeepAnswers answers, Transactions transactions) {
        this.loans = loans;
        this.ending = ending;
        this.answers = answers;
        this.transactions = transactions;
    }

    /** Completes when the answers to all of these are committed, by this call or by an earlier one. */
    public Mono<Void> cancel(List<CancelLoan> commands) {
        return transactions.once(commands, this::decide);
    }

    private Mono<List<Message>> decide(List<CancelLoan> fresh) {
        Set<UUID> ids = fresh.stream().map(CancelLoan::loanId).collect(Collectors.toSet());
        return loans.lock(ids).flatMap(found -> conclude(judge(fresh, found)));
    }

    private static List<Cancellation> judge(List<CancelLoan> fresh, Map<UUID, LoanNow> found) {
        return fresh.stream()
                .map(command -> new Cancellation(command, judge(command, found.get(command.loanId()))))
                .toList();
    }

    private static CancellationOutcome judge(CancelLoan command, @Nullable LoanNow loan) {
        return loan != null && loan.borrowerId().equals(command.borrowerId())
                ? CancellationOutcome.at(SagaMoves.stage(loan))
                : CancellationOutcome.UNKNOWN_LOAN;
    }

    private Mono<List<Message>> conclude(List<Cancellation> judged) {
        Set<UUID> cancelled = judged.stream()
                .filter(cancellation -> cancellation.outcome() == CancellationOutcome.CANCELLED)
                .map(cancellation -> cancellation.command().loanId())
                .collect(Collectors.toSet());
        return answers.insertCancellations(judged).then(Mono.defer(() -> ending.end(FundingSaga.WITHDRAW, cancelled)));
    }
}
