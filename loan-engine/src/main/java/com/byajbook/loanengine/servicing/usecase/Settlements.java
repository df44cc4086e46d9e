package com.byajbook.loanengine.servicing.usecase;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.Amounts;
import com.byajbook.loanengine.servicing.domain.LenderShares.Payout;
import com.byajbook.loanengine.servicing.domain.Settlement;
import com.byajbook.loanengine.servicing.usecase.AnnounceStanding.Changed;
import com.byajbook.loanengine.servicing.usecase.LowerExposures.PrincipalRepaid;
import com.byajbook.loanengine.servicing.usecase.RecordRepayments.Allocated;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.DistributeRepayment;
import com.byajbook.platform.message.DistributeRepayment.Part;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.RepaymentSplit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The settlements of a batch, each on top of the one before on the same loan. */
final class Settlements {

    private final Map<UUID, Account> held;
    private final Instant at;
    private final Map<UUID, Account> current = new LinkedHashMap<>();
    private final Map<UUID, List<Entry>> entries = new LinkedHashMap<>();
    private final List<Allocated> allocated = new ArrayList<>();
    private final List<Message> distributions = new ArrayList<>();
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
        entries.computeIfAbsent(event.loanId(), loan -> new ArrayList<>())
                .add(new Entry(
                        after.version(),
                        at,
                        settlement.kind(),
                        settlement.paid(),
                        settlement.excessPaise(),
                        event.paymentId()));
        distribute(event, split(settlement.paid(), settlement.excessPaise()), settlement.payouts());
        UUID borrower = after.terms().borrowerId();
        settlement
                .principalRepaid()
                .forEach(part -> repaid.merge(new Pair(borrower, part.lenderId()), part.paise(), Long::sum));
    }

    /** There is nothing that it could pay. */
    void returnAll(PaymentChanged event) {
        distribute(event, split(Amounts.NONE, event.amountPaise()), List.of());
    }

    private void distribute(PaymentChanged event, RepaymentSplit split, List<Payout> payouts) {
        allocated.add(new Allocated(event.paymentId(), event.loanId(), split, at));
        distributions.add(new DistributeRepayment(
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

    List<Message> distributions() {
        return List.copyOf(distributions);
    }

    List<Changed> standings(LocalDate today) {
        return current.values().stream()
                .map(account -> Standings.changed(account, today))
                .toList();
    }

    List<PrincipalRepaid> principalRepaid() {
        return repaid.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> new PrincipalRepaid(
                        each.getKey().borrowerId(), each.getKey().lenderId(), each.getValue()))
                .toList();
    }

    private record Pair(UUID borrowerId, UUID lenderId) {}
}
