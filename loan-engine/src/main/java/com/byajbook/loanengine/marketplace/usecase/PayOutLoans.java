package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.loanengine.lifecycle.usecase.MoveLoans;
import com.byajbook.loanengine.lifecycle.usecase.MoveOutcome.Moved;
import com.byajbook.loanengine.marketplace.domain.Commitment;
import com.byajbook.loanengine.marketplace.domain.FundingSaga;
import com.byajbook.loanengine.marketplace.usecase.StartServicing.LenderShare;
import com.byajbook.loanengine.marketplace.usecase.StartServicing.PaidOutLoan;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes loans active whose money reached the borrower. Only inside a transaction. */
public final class PayOutLoans {

    private final MoveLoans loans;
    private final KeepCommitments commitments;
    private final StartServicing servicing;
    private final ZoneId zone;
    private final Clock clock;

    public PayOutLoans(
            MoveLoans loans, KeepCommitments commitments, StartServicing servicing, ZoneId zone, Clock clock) {
        this.loans = loans;
        this.commitments = commitments;
        this.servicing = servicing;
        this.zone = zone;
        this.clock = clock;
    }

    /** Pays out those of these loans that wait for it; interest runs from the day on which the money went out. */
    Mono<List<Message>> payOut(Map<UUID, Instant> paidAt) {
        return loans.lock(paidAt.keySet())
                .map(found -> found.values().stream()
                        .filter(loan -> SagaMoves.fits(FundingSaga.PAY_OUT, loan))
                        .toList())
                .flatMap(waiting -> waiting.isEmpty() ? Mono.just(List.of()) : invest(waiting, paidAt));
    }

    private Mono<List<Message>> invest(List<LoanNow> waiting, Map<UUID, Instant> paidAt) {
        return commitments
                .listLive(waiting.stream().map(LoanNow::loanId).toList())
                .map(this::invested)
                .flatMap(invested ->
                        commitments.save(invested).then(Mono.defer(() -> activate(waiting, invested, paidAt))));
    }

    private List<Commitment> invested(List<Commitment> held) {
        return held.stream()
                .map(commitment -> commitment.after(FundingSaga.PAY_OUT, null, clock.instant()))
                .toList();
    }

    private Mono<List<Message>> activate(List<LoanNow> waiting, List<Commitment> invested, Map<UUID, Instant> paidAt) {
        Map<UUID, List<Commitment>> parts = invested.stream().collect(Collectors.groupingBy(Commitment::loanId));
        return Flux.fromIterable(waiting)
                .concatMap(loan -> servicing
                        .start(paidOut(loan, parts.getOrDefault(loan.loanId(), List.of()), paidAt))
                        .map(standing -> SagaMoves.along(FundingSaga.PAY_OUT, loan, loan.amountPaise(), standing)))
                .collectList()
                .flatMap(loans::move)
                .map(SagaMoves::made)
                .map(moved -> Stream.<Message>concat(
                                moved.stream().map(Moved::event),
                                invested.stream().map(FundingMessages::changed))
                        .toList());
    }

    private PaidOutLoan paidOut(LoanNow loan, List<Commitment> parts, Map<UUID, Instant> paidAt) {
        Instant at = Objects.requireNonNull(paidAt.get(loan.loanId()), "only these were looked for");
        return new PaidOutLoan(
                loan.loanId(),
                loan.borrowerId(),
                loan.amountPaise(),
                loan.annualRatePercent(),
                loan.tenureMonths(),
                LocalDate.ofInstant(at, zone),
                parts.stream()
                        .map(part -> new LenderShare(part.id(), part.lenderId(), part.amountPaise()))
                        .toList());
    }
}
