package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.loanengine.lifecycle.usecase.MoveLoans;
import com.byajbook.loanengine.lifecycle.usecase.MoveOutcome.Moved;
import com.byajbook.loanengine.marketplace.domain.Agreement;
import com.byajbook.loanengine.marketplace.domain.Commitment;
import com.byajbook.loanengine.marketplace.domain.FundingSaga;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Makes the agreement of loans whose whole amount is held, and has them paid out. Only inside a transaction. */
public final class FundLoans {

    private final MoveLoans loans;
    private final KeepCommitments commitments;
    private final KeepAgreements agreements;
    private final ZoneId zone;
    private final Clock clock;

    public FundLoans(
            MoveLoans loans, KeepCommitments commitments, KeepAgreements agreements, ZoneId zone, Clock clock) {
        this.loans = loans;
        this.commitments = commitments;
        this.agreements = agreements;
        this.zone = zone;
        this.clock = clock;
    }

    Mono<List<Message>> fund(List<LoanNow> full) {
        if (full.isEmpty()) {
            return Mono.just(List.of());
        }
        return commitments
                .listLive(full.stream().map(LoanNow::loanId).toList())
                .map(parts -> parts.stream().collect(Collectors.groupingBy(Commitment::loanId)))
                .flatMap(parts -> agree(full, parts).then(Mono.defer(() -> pay(full, parts))));
    }

    private Mono<Void> agree(List<LoanNow> full, Map<UUID, List<Commitment>> parts) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return agreements.insert(full.stream()
                .map(loan -> Agreement.of(
                        loan.loanId(), loan.borrowerId(), loan.kfsHash(), partsOf(loan, parts), today, now))
                .toList());
    }

    /** FUNDED is told although it lasts for no time: it is a state that people ask about. */
    private Mono<List<Message>> pay(List<LoanNow> full, Map<UUID, List<Commitment>> parts) {
        return move(FundingSaga.FUND, full)
                .flatMap(funded -> move(
                                FundingSaga.DISBURSE,
                                funded.stream().map(Moved::loan).toList())
                        .map(leaving -> Stream.of(events(funded), events(leaving), disbursals(leaving, parts))
                                .flatMap(Function.identity())
                                .toList()));
    }

    private Mono<List<Moved>> move(FundingSaga step, List<LoanNow> from) {
        return loans.move(from.stream()
                        .map(loan -> SagaMoves.along(step, loan, loan.amountPaise()))
                        .toList())
                .map(SagaMoves::made);
    }

    private Stream<Message> disbursals(List<Moved> leaving, Map<UUID, List<Commitment>> parts) {
        Instant now = clock.instant();
        return leaving.stream().map(moved -> FundingMessages.disburse(moved.loan(), partsOf(moved.loan(), parts), now));
    }

    private static Stream<Message> events(List<Moved> moved) {
        return moved.stream().map(Moved::event);
    }

    private static List<Commitment> partsOf(LoanNow loan, Map<UUID, List<Commitment>> parts) {
        return parts.getOrDefault(loan.loanId(), List.of());
    }
}
