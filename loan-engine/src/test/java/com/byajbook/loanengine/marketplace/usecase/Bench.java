package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.lifecycle.usecase.ListOldOffers;
import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.loanengine.lifecycle.usecase.MoveLoans;
import com.byajbook.loanengine.marketplace.domain.AcceptancePolicy;
import com.byajbook.loanengine.marketplace.domain.CommitmentPolicy;
import com.byajbook.loanengine.marketplace.domain.CommitmentRules;
import com.byajbook.loanengine.underwriting.usecase.LowerExposures;
import com.byajbook.platform.message.AcceptOffer;
import com.byajbook.platform.message.CancelLoan;
import com.byajbook.platform.message.CommitFunds;
import com.byajbook.platform.message.FundsHeld;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.TransferChanged;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The use cases between tables in memory; what they send is recorded once it is committed. */
final class Bench implements Transactions {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final String HASH = "ab".repeat(32);
    static final UUID BORROWER = UUID.randomUUID();
    static final long AMOUNT = 20_000_00;

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    final Tables tables = new Tables();
    final List<Message> sent = new ArrayList<>();
    final Set<UUID> seen = new HashSet<>();
    final List<StartServicing.PaidOutLoan> served = new ArrayList<>();
    final UUID loanId = UUID.randomUUID();
    Instant time = NOW;
    Mono<Void> commit = Mono.empty();

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return time;
        }
    };
    private final MoveLoans moving = new MoveLoans(tables.new Loans(), clock);
    private final HoldListings listings = tables.new Listings();
    private final HoldLenders lenders = tables.new Lenders();
    private final KeepCommitments commitments = tables.new Commitments();
    private final AcceptancePolicy policy = new AcceptancePolicy(7, INDIA);
    private final EndLoans ending =
            new EndLoans(moving, listings, lenders, commitments, new LowerExposures(tables.new Exposures()), clock);

    Bench() {
        tables.loans.put(loanId, loan(loanId, LoanChanged.Status.OFFERED, 1));
        tables.owed.put(BORROWER, AMOUNT);
    }

    Mono<Void> accept(AcceptOffer command) {
        return new AcceptOffers(moving, listings, tables.new Answers(), this, policy, Duration.ofHours(24), clock)
                .accept(List.of(command));
    }

    Mono<Void> reserve(CommitFunds... commands) {
        CommitmentRules rules = new CommitmentRules(1_000_00, 50_00_000_00L, 50_000_00, 1_000);
        return new ReserveFunds(
                        listings, lenders, commitments, this, new CommitmentPolicy(rules), Duration.ofHours(6), clock)
                .reserve(List.of(commands));
    }

    Mono<Void> answer(FundsHeld... answers) {
        KeepAgreements keeping = made -> Mono.fromRunnable(() -> tables.agreements.addAll(made));
        FundLoans funding = new FundLoans(moving, commitments, keeping, INDIA, clock);
        return new SettleHolds(moving, listings, lenders, commitments, funding, this, clock).settle(List.of(answers));
    }

    Mono<Void> tell(TransferChanged... news) {
        StartServicing servicing = loan -> Mono.fromSupplier(() -> {
            served.add(loan);
            return new LoanChanged.Standing(
                    loan.disbursedOn(),
                    loan.principalPaise(),
                    0,
                    loan.disbursedOn().plusMonths(1),
                    1_777_00,
                    "REGULAR");
        });
        PayOutLoans paying = new PayOutLoans(moving, commitments, servicing, INDIA, clock);
        StopServicing stopping =
                loans -> Mono.fromRunnable(() -> served.removeIf(loan -> loans.contains(loan.loanId())));
        return new SettleDisbursals(paying, ending, stopping, this).settle(List.of(news));
    }

    Mono<Void> cancel() {
        CancelLoan command = new CancelLoan(UUID.randomUUID(), NOW, loanId, BORROWER);
        return new CancelLoans(moving, ending, tables.new Answers(), this).cancel(List.of(command));
    }

    ExpireLoans expiring() {
        ListOldOffers offers = (before, limit) -> Mono.fromSupplier(() -> tables.loans.values().stream()
                .filter(loan -> loan.status() == LoanChanged.Status.OFFERED)
                .filter(loan -> loan.decidedAt().isBefore(before))
                .map(LoanNow::loanId)
                .toList());
        return new ExpireLoans(offers, listings, ending, policy, this, 10, clock);
    }

    AcceptOffer yes() {
        return new AcceptOffer(UUID.randomUUID(), NOW, loanId, BORROWER, HASH);
    }

    CommitFunds wish(long paise) {
        return new CommitFunds(UUID.randomUUID(), NOW, UUID.randomUUID(), loanId, UUID.randomUUID(), true, paise);
    }

    static FundsHeld held(CommitFunds wish) {
        return answerTo(wish, null);
    }

    static FundsHeld answerTo(CommitFunds wish, @Nullable String refusal) {
        return new FundsHeld(
                UUID.randomUUID(),
                NOW,
                wish.commitmentId(),
                wish.loanId(),
                wish.lenderId(),
                wish.amountPaise(),
                refusal == null ? FundsHeld.Outcome.HELD : FundsHeld.Outcome.REFUSED,
                refusal);
    }

    TransferChanged news(TransferChanged.Status status) {
        return new TransferChanged(
                UUID.randomUUID(),
                NOW,
                FundingMessages.disbursalId(loanId),
                TransferChanged.Purpose.DISBURSAL,
                loanId,
                BORROWER,
                1,
                status,
                AMOUNT,
                null,
                null);
    }

    static LoanNow loan(LoanNow loan, LoanChanged.Status status) {
        return loan(loan.loanId(), status, loan.version() + 1);
    }

    private static LoanNow loan(UUID id, LoanChanged.Status status, int version) {
        return new LoanNow(
                id,
                BORROWER,
                status,
                version,
                AMOUNT,
                12,
                "Tractor",
                NOW,
                NOW,
                new BigDecimal("12.00"),
                new BigDecimal("14.10"),
                1_777_00,
                450_00,
                21_324_00,
                HASH);
    }

    /** Remembers and sends only when the scripted commit completes. */
    @Override
    public <M extends Message> Mono<Void> once(List<M> batch, Function<List<M>, Mono<List<Message>>> effect) {
        return Mono.defer(() -> {
                    List<M> fresh = batch.stream()
                            .filter(message -> !seen.contains(message.messageId()))
                            .toList();
                    Mono<List<Message>> done = fresh.isEmpty() ? Mono.just(List.of()) : effect.apply(fresh);
                    return commit(done)
                            .doOnSuccess(committed -> fresh.forEach(message -> seen.add(message.messageId())));
                })
                .then();
    }

    @Override
    public Mono<List<Message>> commit(Mono<List<Message>> effect) {
        return effect.flatMap(messages -> commit.thenReturn(messages)).doOnNext(sent::addAll);
    }
}
