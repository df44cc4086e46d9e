package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** What is owed of loans in service, for whoever collects it. */
public final class ListOwed {

    private final HoldAccounts accounts;

    public ListOwed(HoldAccounts accounts) {
        this.accounts = accounts;
    }

    /** Those of these loans that are in service, held still until the caller's transaction ends. */
    public Mono<Map<UUID, OwedLoan>> lock(Collection<UUID> loanIds) {
        return accounts.lock(loanIds)
                .map(held -> held.values().stream()
                        .filter(Account::isActive)
                        .collect(Collectors.toMap(account -> account.terms().loanId(), ListOwed::owed)));
    }

    private static OwedLoan owed(Account account) {
        return new OwedLoan(
                account.terms().borrowerId(),
                account.instalments().stream()
                        .filter(row -> !row.isPaid())
                        .map(row -> new OwedInstalment(
                                row.number(), row.dueOn(), row.owed().totalPaise()))
                        .toList());
    }

    /**
     * A loan in service.
     *
     * @param unpaid by number
     */
    public record OwedLoan(UUID borrowerId, List<OwedInstalment> unpaid) {

        /** All that is due on this day. */
        public long duePaise(LocalDate day) {
            return unpaid.stream()
                    .filter(row -> !row.dueOn().isAfter(day))
                    .mapToLong(OwedInstalment::paise)
                    .sum();
        }

        /** What is owed of an instalment; 0 when it is paid. */
        public long owedPaise(int number) {
            return unpaid.stream()
                    .filter(row -> row.number() == number)
                    .mapToLong(OwedInstalment::paise)
                    .sum();
        }
    }

    /** An instalment of which something is owed. */
    public record OwedInstalment(int number, LocalDate dueOn, long paise) {}
}
