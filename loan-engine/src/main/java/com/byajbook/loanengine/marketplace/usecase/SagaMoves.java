package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.lifecycle.usecase.LoanMove;
import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.loanengine.lifecycle.usecase.MoveOutcome;
import com.byajbook.loanengine.lifecycle.usecase.MoveOutcome.Moved;
import com.byajbook.loanengine.marketplace.domain.FundingSaga;
import com.byajbook.loanengine.marketplace.domain.LoanStage;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanChanged.Standing;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Moves of loans as the saga's table has them. */
final class SagaMoves {

    private SagaMoves() {}

    static LoanStage stage(LoanNow loan) {
        return LoanStage.valueOf(loan.status().name());
    }

    /** Whether the step finds the loan where it may. */
    static boolean fits(FundingSaga step, LoanNow loan) {
        return step.loanFrom().contains(stage(loan));
    }

    static LoanMove along(FundingSaga step, LoanNow loan, long committedPaise) {
        return along(step, loan, committedPaise, null);
    }

    static LoanMove along(FundingSaga step, LoanNow loan, long committedPaise, @Nullable Standing standing) {
        return new LoanMove(
                loan.loanId(),
                loan.version(),
                step.loanFrom().stream().map(SagaMoves::status).collect(Collectors.toUnmodifiableSet()),
                status(step.loanTo().orElseThrow()),
                step.reason().orElse(null),
                committedPaise,
                standing);
    }

    /** Who locked a loan and saw where it is, moves it. */
    static List<Moved> made(List<MoveOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.fold(Function.identity(), SagaMoves::lost))
                .toList();
    }

    private static Moved lost(MoveOutcome.Elsewhere elsewhere) {
        throw new IllegalStateException("loan " + elsewhere.loanId() + " moved although it was locked");
    }

    private static LoanChanged.Status status(LoanStage stage) {
        return LoanChanged.Status.valueOf(stage.name());
    }
}
