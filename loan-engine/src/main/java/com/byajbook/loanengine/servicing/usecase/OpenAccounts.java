package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.pricing.usecase.ListInstalments;
import com.byajbook.loanengine.pricing.usecase.ScheduledInstalment;
import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.Amounts;
import com.byajbook.loanengine.servicing.domain.Conditions;
import com.byajbook.loanengine.servicing.domain.EntryKind;
import com.byajbook.loanengine.servicing.domain.Instalment;
import com.byajbook.loanengine.servicing.domain.LenderShare;
import com.byajbook.loanengine.servicing.domain.Terms;
import com.byajbook.platform.message.LoanChanged.Standing;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** Opens the accounts of loans that were paid out. */
public final class OpenAccounts {

    private final ListInstalments schedules;
    private final AddAccounts accounts;
    private final Conditions conditions;
    private final Clock clock;

    /** The conditions are those of the present version of the product; an account keeps them. */
    public OpenAccounts(ListInstalments schedules, AddAccounts accounts, Conditions conditions, Clock clock) {
        this.schedules = schedules;
        this.accounts = accounts;
        this.conditions = conditions;
        this.clock = clock;
    }

    /**
     * Opens them within the caller's transaction. The schedule counts from the day of the disbursal.
     *
     * @return how each loan that has an account by this call stands; a loan that had one before is left out
     */
    public Mono<List<Opened>> open(List<PaidOut> loans) {
        return Mono.defer(() -> open(loans.stream().map(this::account).toList(), loans.isEmpty()));
    }

    private Mono<List<Opened>> open(List<AccountChange> opening, boolean none) {
        return none ? Mono.just(List.of()) : accounts.add(opening).map(added -> opened(opening, added));
    }

    private static List<Opened> opened(List<AccountChange> opening, Set<UUID> added) {
        return opening.stream()
                .filter(each -> added.contains(each.loanId()))
                .map(each -> new Opened(
                        each.loanId(),
                        Standings.of(each.after(), each.after().terms().disbursedOn())))
                .toList();
    }

    private AccountChange account(PaidOut loan) {
        List<ScheduledInstalment> rows =
                schedules.list(loan.principalPaise(), loan.annualRatePercent(), loan.months(), loan.disbursedOn());
        Terms terms = new Terms(
                loan.loanId(),
                loan.borrowerId(),
                loan.principalPaise(),
                loan.annualRatePercent(),
                loan.months(),
                rows.get(0).emiPaise(),
                loan.disbursedOn(),
                conditions);
        Account account =
                Account.open(terms, rows.stream().map(OpenAccounts::instalment).toList(), shares(loan.shares()));
        Entry entry = new Entry(
                account.version(),
                clock.instant(),
                EntryKind.DISBURSAL,
                new Amounts(0, 0, 0, loan.principalPaise()),
                0,
                null);
        return new AccountChange(account, account, List.of(entry));
    }

    private static Instalment instalment(ScheduledInstalment row) {
        return new Instalment(
                row.number(),
                row.dueDate(),
                new Amounts(0, 0, row.interestPaise(), row.principalPaise()),
                Amounts.NONE);
    }

    private static List<LenderShare> shares(List<Share> shares) {
        return IntStream.range(0, shares.size())
                .mapToObj(i -> new LenderShare(
                        i + 1, shares.get(i).lenderId(), shares.get(i).principalPaise(), 0, 0))
                .toList();
    }

    /**
     * A loan that was paid out.
     *
     * @param shares in the order in which they were promised; together the principal
     */
    public record PaidOut(
            UUID loanId,
            UUID borrowerId,
            long principalPaise,
            BigDecimal annualRatePercent,
            int months,
            LocalDate disbursedOn,
            List<Share> shares) {

        public PaidOut {
            shares = List.copyOf(shares);
        }
    }

    /** What a lender lent. */
    public record Share(UUID lenderId, long principalPaise) {}

    /** A loan that has an account now, and how it stands. */
    public record Opened(UUID loanId, Standing standing) {}
}
