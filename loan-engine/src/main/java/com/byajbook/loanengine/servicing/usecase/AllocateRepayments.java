package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.InterestRule;
import com.byajbook.loanengine.servicing.domain.Settlement;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.PaymentChanged.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Allocates repayments: one transaction locks the loans, settles each repayment on its loan, shares it out among the
 * lenders and announces how the loans stand.
 */
public final class AllocateRepayments {

    private final HoldAccounts accounts;
    private final RecordRepayments repayments;
    private final AnnounceStanding announcing;
    private final LowerExposures exposures;
    private final CommitOnce transaction;
    private final InterestRule interest;
    private final Clock clock;
    private final ZoneId zone;

    /** The zone is where a calendar day begins for due dates. */
    public AllocateRepayments(
            HoldAccounts accounts,
            RecordRepayments repayments,
            AnnounceStanding announcing,
            LowerExposures exposures,
            CommitOnce transaction,
            InterestRule interest,
            Clock clock,
            ZoneId zone) {
        this.accounts = accounts;
        this.repayments = repayments;
        this.announcing = announcing;
        this.exposures = exposures;
        this.transaction = transaction;
        this.interest = interest;
        this.clock = clock;
        this.zone = zone;
    }

    /** Completes when all of these that succeeded are allocated and committed, by this call or by an earlier one. */
    public Mono<Void> allocate(List<PaymentChanged> events) {
        List<PaymentChanged> arrived = events.stream()
                // What has a split is the answer to an allocation.
                .filter(event -> event.status() == Status.SUCCEEDED && event.split() == null)
                .toList();
        return arrived.isEmpty() ? Mono.empty() : transaction.commit(arrived, this::settle);
    }

    private Mono<List<Message>> settle(List<PaymentChanged> events) {
        Set<UUID> loans = events.stream().map(PaymentChanged::loanId).collect(Collectors.toSet());
        Set<UUID> payments = events.stream().map(PaymentChanged::paymentId).collect(Collectors.toSet());
        return accounts.lock(loans)
                .flatMap(held -> repayments.known(payments).map(known -> settle(events, held, known)))
                .flatMap(this::save);
    }

    private Settlements settle(List<PaymentChanged> events, Map<UUID, Account> held, Set<UUID> known) {
        Settlements settlements = new Settlements(held, clock.instant());
        Set<UUID> seen = new HashSet<>(known);
        for (PaymentChanged event : events) {
            if (seen.add(event.paymentId())) {
                settle(event, settlements);
            }
        }
        return settlements;
    }

    private void settle(PaymentChanged event, Settlements settlements) {
        Account account = settlements.find(event.loanId());
        // Whose loan was never paid out owes as little as whose loan has ended: money is returned, never left lying.
        if (account == null || !account.isActive()) {
            settlements.returnAll(event);
            return;
        }
        LocalDate day = day(event.occurredAt());
        settlements.add(event, Settlement.of(account, event.amountPaise(), day, interest));
    }

    private Mono<List<Message>> save(Settlements settled) {
        LocalDate today = day(clock.instant());
        return repayments
                .record(settled.allocated())
                .then(Mono.defer(() -> accounts.save(settled.changes())))
                // Loans before exposures, as everybody locks them who ends a loan.
                .then(Mono.defer(() -> announcing.announce(settled.standings(today))))
                .delayUntil(announced -> exposures.lower(settled.principalRepaid()))
                .map(announced -> Stream.concat(settled.distributions().stream(), announced.stream())
                        .toList());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
