package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.Instalment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** A loan's instalments with what is paid of each. */
public final class ShowAccount {

    private final FindAccount accounts;
    private final Clock clock;
    private final ZoneId zone;

    public ShowAccount(FindAccount accounts, Clock clock, ZoneId zone) {
        this.accounts = accounts;
        this.clock = clock;
        this.zone = zone;
    }

    /** Empty when the borrower has no such loan. */
    public Mono<AccountView> show(UUID borrowerId, UUID loanId) {
        return accounts.find(borrowerId, loanId)
                .map(account -> view(account, LocalDate.ofInstant(clock.instant(), zone)));
    }

    private static AccountView view(Account account, LocalDate today) {
        return new AccountView(
                account.terms().loanId(),
                account.terms().emiPaise(),
                account.totals().outstandingPaise(),
                account.instalments().stream().map(row -> view(row, today)).toList());
    }

    private static InstalmentView view(Instalment row, LocalDate today) {
        return new InstalmentView(
                row.number(),
                row.dueOn(),
                row.charged().principalPaise(),
                row.charged().interestPaise(),
                row.charged().penaltyPaise(),
                row.charged().feePaise(),
                row.paid().totalPaise(),
                status(row, today));
    }

    private static Status status(Instalment row, LocalDate today) {
        if (row.isPaid()) {
            return Status.PAID;
        }
        if (row.isDueOn(today)) {
            return row.dueOn().equals(today) ? Status.DUE : Status.OVERDUE;
        }
        return Status.UPCOMING;
    }

    /** A loan in service. */
    public record AccountView(UUID loanId, long emiPaise, long outstandingPaise, List<InstalmentView> instalments) {}

    /** An instalment, charges of later days included. */
    public record InstalmentView(
            int number,
            LocalDate dueDate,
            long principalPaise,
            long interestPaise,
            long penaltyPaise,
            long feePaise,
            long paidPaise,
            Status status) {}

    /** Where an instalment is. */
    public enum Status {
        PAID,
        DUE,
        OVERDUE,
        UPCOMING
    }
}
