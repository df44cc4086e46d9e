package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.InterestRule;
import com.byajbook.loanengine.servicing.domain.Reversal;
import com.byajbook.loanengine.servicing.domain.Settlement;
import com.byajbook.loanengine.servicing.usecase.RecordRepayments.Known;
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
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Allocates repayments, and undoes that when the bank takes one back: one transaction locks the loans, settles each repayment
 * on its loan, shares it out among the lenders and announces how the loans stand.
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

    /**
     * Completes when all of these that succeeded are allocated, and those that were taken back are undone, and all is
     * committed, by this call or by an earlier one.
     */
    public Mono<Void> allocate(List<PaymentChanged> events) {
        List<PaymentChanged> moved = events.stream()
                .filter(event -> isArrived(event) || isGone(event))
                .toList();
        return moved.isEmpty() ? Mono.empty() : transaction.commit(moved, this::settle);
    }

    /** What has a split is the answer to an allocation. */
    private static boolean isArrived(PaymentChanged event) {
        return event.status() == Status.SUCCEEDED && event.split() == null;
    }

    private static boolean isGone(PaymentChanged event) {
        return event.status() == Status.REVERSED;
    }

    private Mono<List<Message>> settle(List<PaymentChanged> events) {
        Set<UUID> loans = events.stream().map(PaymentChanged::loanId).collect(Collectors.toSet());
        Set<UUID> payments = events.stream().map(PaymentChanged::paymentId).collect(Collectors.toSet());
        return accounts.lock(loans)
                .flatMap(held -> repayments.find(payments).map(known -> settle(events, held, known)))
                .flatMap(this::save);
    }

    /** What is gone first: what comes in the same batch then finds the loans without it, and what is both never came. */
    private Settlements settle(List<PaymentChanged> events, Map<UUID, Account> held, Map<UUID, Known> known) {
        Settlements settlements = new Settlements(held, clock.instant());
        Set<UUID> gone = new HashSet<>();
        events.stream()
                .filter(AllocateRepayments::isGone)
                .filter(event -> gone.add(event.paymentId()))
                .forEach(event -> takeBack(event, known.get(event.paymentId()), settlements));
        Set<UUID> seen = new HashSet<>(gone);
        seen.addAll(known.keySet());
        events.stream()
                .filter(AllocateRepayments::isArrived)
                .filter(event -> seen.add(event.paymentId()))
                .forEach(event -> settle(event, settlements));
        return settlements;
    }

    private void takeBack(PaymentChanged event, @Nullable Known known, Settlements settlements) {
        if (known != null && known.takenBack()) {
            return;
        }
        settlements.noteTakenBack(event);
        Account account = settlements.find(event.loanId());
        if (known == null || known.done() == null || account == null) {
            // It paid nothing, and now never will.
            return;
        }
        Reversal reversal = Reversal.of(account, known.done(), day(event.occurredAt()), interest);
        settlements.undo(event, reversal, known.split());
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
                .then(Mono.defer(() -> repayments.takeBack(settled.takenBack())))
                .then(Mono.defer(() -> accounts.save(settled.changes())))
                // Loans before exposures, as everybody locks them who ends a loan.
                .then(Mono.defer(() -> announcing.announce(settled.standings(today))))
                .delayUntil(announced -> exposures.lower(settled.principalRepaid()))
                .map(announced -> Stream.concat(settled.messages().stream(), announced.stream())
                        .toList());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
