package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.Instalment;
import com.byajbook.loanengine.servicing.usecase.AnnounceStanding.Changed;
import com.byajbook.loanengine.servicing.usecase.AnnounceStanding.Status;
import com.byajbook.platform.message.LoanChanged.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Accounts as others hear of them. */
final class Standings {

    private Standings() {}

    static Changed changed(Account account, LocalDate day) {
        return new Changed(account.terms().loanId(), of(account, day), status(account));
    }

    /** In the course of this day: what was due before it is overdue, what is due on it is next. */
    static Standing of(Account account, LocalDate day) {
        @Nullable Instalment next = account.nextDue(day);
        return new Standing(
                account.terms().disbursedOn(),
                account.totals().outstandingPaise(),
                account.due(day.minusDays(1)).totalPaise(),
                next == null ? null : next.dueOn(),
                next == null ? 0 : next.owed().totalPaise(),
                account.arrears().name());
    }

    private static Status status(Account account) {
        return switch (account.state()) {
            case ACTIVE -> Status.ACTIVE;
            case CLOSED, EXITED -> Status.CLOSED;
            case WRITTEN_OFF -> Status.WRITTEN_OFF;
            // Whoever undoes a disbursal tells of it.
            case REVERSED -> throw new IllegalStateException("a loan that was undone does not stand any how");
        };
    }
}
