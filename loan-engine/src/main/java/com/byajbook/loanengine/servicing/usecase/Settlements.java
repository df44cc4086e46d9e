package com.byajbook.loanengine.servicing.usecase;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.AccountState;
import com.byajbook.loanengine.servicing.domain.Amounts;
import com.byajbook.loanengine.servicing.domain.EntryKind;
import com.byajbook.loanengine.servicing.domain.Footprint;
import com.byajbook.loanengine.servicing.domain.LenderShares.Payout;
import com.byajbook.loanengine.servicing.domain.Reversal;
import com.byajbook.loanengine.servicing.domain.Settlement;
import com.byajbook.loanengine.servicing.usecase.AnnounceStanding.Changed;
import com.byajbook.loanengine.servicing.usecase.LowerExposures.PrincipalRepaid;
import com.byajbook.loanengine.servicing.usecase.RecordRepayments.Allocated;
import com.byajbook.loanengine.servicing.usecase.RecordRepayments.TakenBack;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.DistributeRepayment;
import com.byajbook.platform.message.DistributeRepayment.Part;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.RepaymentSplit;
import com.byajbook.platform.message.TakeBackRepayment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The settlements of a batch, and what it undoes, each on top of the one before on the same loan. */
final class Settlements {

    private final Map<UUID, Account> held;
    private final Instant at;
    private final Map<UUID, Account> current = new LinkedHashMap<>();
    private final Map<UUID, List<Entry>> entries = new LinkedHashMap<>();
    private final List<Allocated> allocated = new ArrayList<>();
    private final List<TakenBack> takenBack = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<Pair, Long> repaid = new LinkedHashMap<>();

    Settlements(Map<UUID, Account> held, Instant at) {
        this.held = held;
        this.at = at;
    }

    @Nullable
    Account find(UUID loanId) {
        Account settled = current.get(loanId);
        return settled == null ? held.get(loanId) : settled;
    }

    void add(PaymentChanged event, Settlement settlement) {
        Account after = settlement.after();
        current.put(event.loanId(), after);
        enter(event, after, settlement.kind(), settlement.paid(), settlement.excessPaise());
        distribute(
                event,
                split(settlement.paid(), settlement.excessPaise()),
                settlement.payouts(),
                settlement.footprint());
        settlement.principalRepaid().forEach(part -> repay(after, part.lenderId(), part.paise()));
    }

    void undo(PaymentChanged event, Reversal reversal, RepaymentSplit split) {
        Account after = reversal.after();
        current.put(event.loanId(), after);
        enter(event, after, EntryKind.TAKEN_BACK, reversal.takenBack(), split.excessPaise());
        messages.add(new TakeBackRepayment(
                Ids.v5(event.paymentId(), MessageType.TAKE_BACK_REPAYMENT.routingKey()),
                at,
                event.paymentId(),
                event.loanId(),
                split,
                parts(reversal.givenBack())));
        reversal.principalOwedAgain().forEach(part -> repay(after, part.lenderId(), -part.paise()));
    }

    void noteTakenBack(PaymentChanged event) {
        takenBack.add(new TakenBack(event.paymentId(), event.loanId(), event.amountPaise(), at));
    }

    private void enter(PaymentChanged event, Account after, EntryKind kind, Amounts amounts, long excessPaise) {
        entries.computeIfAbsent(event.loanId(), loan -> new ArrayList<>())
                .add(new Entry(after.version(), at, kind, amounts, excessPaise, event.paymentId()));
    }

    /** A loan that was undone is counted nowhere any more. */
    private void repay(Account account, UUID lenderId, long paise) {
        if (account.state() != AccountState.REVERSED) {
            repaid.merge(new Pair(account.terms().borrowerId(), lenderId), paise, Long::sum);
        }
    }

    /** There is nothing that it could pay. */
    void returnAll(PaymentChanged event) {
        distribute(event, split(Amounts.NONE, event.amountPaise()), List.of(), null);
    }

    private void distribute(
            PaymentChanged event, RepaymentSplit split, List<Payout> payouts, @Nullable Footprint done) {
        allocated.add(new Allocated(event.paymentId(), event.loanId(), split, done, at));
        messages.add(new DistributeRepayment(
                Ids.v5(event.paymentId(), MessageType.DISTRIBUTE_REPAYMENT.routingKey()),
                at,
                event.paymentId(),
                event.loanId(),
                event.payerId(),
                split,
                parts(payouts)));
    }

    private static RepaymentSplit split(Amounts paid, long excess) {
        return new RepaymentSplit(
                paid.penaltyPaise(), paid.feePaise(), paid.interestPaise(), paid.principalPaise(), excess);
    }

    /** A lender with several shares gets one part. */
    private static List<Part> parts(List<Payout> payouts) {
        return payouts.stream()
                .collect(groupingBy(Payout::lenderId, LinkedHashMap::new, summingLong(Payout::paise)))
                .entrySet()
                .stream()
                .filter(part -> part.getValue() > 0)
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }

    List<AccountChange> changes() {
        return current.entrySet().stream()
                .map(each -> new AccountChange(
                        Objects.requireNonNull(held.get(each.getKey())),
                        each.getValue(),
                        entries.getOrDefault(each.getKey(), List.of())))
                .toList();
    }

    List<Allocated> allocated() {
        return List.copyOf(allocated);
    }

    List<TakenBack> takenBack() {
        return List.copyOf(takenBack);
    }

    /** To whoever keeps the money. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    List<Changed> standings(LocalDate today) {
        return current.values().stream()
                .filter(account -> account.state() != AccountState.REVERSED)
                .map(account -> Standings.changed(account, today))
                .toList();
    }

    List<PrincipalRepaid> principalRepaid() {
        return repaid.entrySet().stream()
                .filter(each -> each.getValue() != 0)
                .map(each -> new PrincipalRepaid(
                        each.getKey().borrowerId(), each.getKey().lenderId(), each.getValue()))
                .toList();
    }

    private record Pair(UUID borrowerId, UUID lenderId) {}
}
