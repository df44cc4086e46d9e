package com.byajbook.loanengine.servicing.persistence;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.Instalment;
import com.byajbook.loanengine.servicing.domain.LenderShare;
import com.byajbook.loanengine.servicing.persistence.PostgresLoanAccounts.Change;
import com.byajbook.loanengine.servicing.usecase.AccountChange;
import com.byajbook.loanengine.servicing.usecase.AddAccounts;
import com.byajbook.loanengine.servicing.usecase.FindAccount;
import com.byajbook.loanengine.servicing.usecase.HoldAccounts;
import com.byajbook.platform.messaging.TransientFailures;
import com.byajbook.platform.problem.Failure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Accounts with their instalments and shares: one statement a table, whatever the size of the batch. */
@Repository
class PostgresBooks implements HoldAccounts, AddAccounts, FindAccount {

    private final PostgresLoanAccounts accounts;
    private final PostgresInstalments instalments;
    private final PostgresLenderShares shares;
    private final PostgresLoanEntries entries;

    PostgresBooks(
            PostgresLoanAccounts accounts,
            PostgresInstalments instalments,
            PostgresLenderShares shares,
            PostgresLoanEntries entries) {
        this.accounts = accounts;
        this.instalments = instalments;
        this.shares = shares;
        this.entries = entries;
    }

    @Override
    public Mono<Map<UUID, Account>> lock(Collection<UUID> loanIds) {
        return accounts.lock(loanIds.toArray(UUID[]::new))
                .flatMap(this::complete)
                .map(found -> found.stream()
                        .collect(Collectors.toMap(account -> account.terms().loanId(), Function.identity())));
    }

    @Override
    public Mono<Void> save(List<AccountChange> changes) {
        if (changes.isEmpty()) {
            return Mono.empty();
        }
        List<Change> changed = changes.stream()
                .map(change -> new Change(change.before().version(), change.after()))
                .toList();
        return accounts.update(changed)
                .then(Mono.defer(() -> instalments.save(changes)))
                .then(Mono.defer(() -> shares.save(changes)))
                .then(Mono.defer(() -> entries.insert(changes)));
    }

    @Override
    public Mono<Set<UUID>> add(List<AccountChange> opening) {
        return accounts.insert(opening.stream().map(AccountChange::after).toList())
                .flatMap(added -> fill(opening.stream()
                                .filter(each -> added.contains(each.loanId()))
                                .toList())
                        .thenReturn(added));
    }

    private Mono<Void> fill(List<AccountChange> added) {
        List<Account> opened = added.stream().map(AccountChange::after).toList();
        return instalments
                .insert(opened)
                .then(Mono.defer(() -> shares.insert(opened)))
                .then(Mono.defer(() -> entries.insert(added)));
    }

    @Override
    public Mono<Account> find(UUID borrowerId, UUID loanId) {
        return accounts.find(borrowerId, loanId)
                .flatMap(found -> complete(List.of(found)))
                .map(found -> found.get(0))
                .onErrorMap(TransientFailures::isTransient, PostgresBooks::away);
    }

    /** With their instalments and shares. */
    Mono<List<Account>> complete(List<Account> found) {
        if (found.isEmpty()) {
            return Mono.just(List.of());
        }
        UUID[] loans = found.stream().map(account -> account.terms().loanId()).toArray(UUID[]::new);
        return instalments
                .list(loans)
                .flatMap(rows -> shares.list(loans)
                        .map(lent -> found.stream()
                                .map(account -> complete(account, rows, lent))
                                .toList()));
    }

    private static Account complete(
            Account account, Map<UUID, List<Instalment>> rows, Map<UUID, List<LenderShare>> lent) {
        UUID loan = account.terms().loanId();
        return new Account(
                account.terms(),
                Objects.requireNonNull(rows.get(loan)),
                Objects.requireNonNull(lent.get(loan)),
                account.totals(),
                account.accrual(),
                account.arrears(),
                account.state(),
                account.version());
    }

    /** A gate that let nobody in has said more than that. */
    static Failure away(Throwable cause) {
        return Failure.behind(cause).orElseGet(() -> Failure.unavailable("The store of loans", cause));
    }
}
