package com.byajbook.paymentflow.settlement.web;

import com.byajbook.paymentflow.settlement.domain.Tally;
import com.byajbook.paymentflow.settlement.usecase.ReadReports;
import com.byajbook.paymentflow.settlement.usecase.ReadReports.Summary;
import com.byajbook.paymentflow.settlement.usecase.Run;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A run in JSON. What was counted is as it was when it was compared, before anything of it was settled.
 *
 * @param gapPaise how much more the bank had than our books, in all
 */
record RunView(
        String provider,
        LocalDate day,
        Run.State state,
        @Nullable String problem,
        ReadReports.@Nullable File file,
        long matched,
        long missingHere,
        long missingThere,
        long different,
        long matchedPaise,
        Tally.Sums bank,
        Tally.Sums books,
        long gapPaise,
        long open,
        @Nullable Instant finishedAt) {

    static RunView of(Summary run) {
        Tally tally = run.tally();
        return new RunView(
                run.provider(),
                run.day(),
                run.state(),
                run.problem(),
                run.file(),
                tally.matched(),
                tally.missingHere(),
                tally.missingThere(),
                tally.different(),
                tally.matchedPaise(),
                tally.bank(),
                tally.books(),
                tally.bank().netPaise() - tally.books().netPaise(),
                run.open(),
                run.finishedAt());
    }
}
