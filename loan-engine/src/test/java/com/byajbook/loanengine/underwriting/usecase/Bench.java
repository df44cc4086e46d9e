package com.byajbook.loanengine.underwriting.usecase;

import com.byajbook.loanengine.pricing.domain.Products;
import com.byajbook.loanengine.pricing.usecase.PriceOffer;
import com.byajbook.loanengine.underwriting.domain.CreditReport;
import com.byajbook.loanengine.underwriting.domain.CreditReport.Known;
import com.byajbook.loanengine.underwriting.domain.DecidedLoan;
import com.byajbook.loanengine.underwriting.domain.DecisionPolicy;
import com.byajbook.loanengine.underwriting.domain.UnderwritingRules;
import com.byajbook.loanengine.underwriting.usecase.DecideApplications.Work;
import com.byajbook.platform.message.ApplyForLoan;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The use case between scripted neighbours. What they saw is recorded; what they answer can be scripted. */
final class Bench implements FetchCreditReport, HoldExposures, SaveDecisions, CommitOnce {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Instant RECEIVED = Instant.parse("2026-11-22T09:59:58Z");
    static final CreditReport GOOD = new Known(780, 1_00_000_00, 0, 0);

    final Map<UUID, Supplier<Mono<CreditReport>>> reports = new HashMap<>();
    final List<UUID> asked = new ArrayList<>();
    final Map<UUID, Long> exposures = new HashMap<>();
    final List<DecidedLoan> saved = new ArrayList<>();
    final List<LoanDecided> announced = new ArrayList<>();
    final Set<UUID> seen = new HashSet<>();
    Mono<Void> commit = Mono.empty();
    int asking;
    int mostAsking;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    DecideApplications useCase() {
        return useCase(this);
    }

    DecideApplications useCase(FetchCreditReport bureau) {
        UnderwritingRules rules = new UnderwritingRules("test-1", 1_000_00, 10_00_000_00, 3, 36, 650, 50, 10_00_000_00);
        AssessApplication assessing =
                new AssessApplication(new DecisionPolicy(rules), new PriceOffer(Products.ordinary()), clock);
        return new DecideApplications(bureau, assessing, this, this, this, clock, new Work(4, Schedulers.immediate()));
    }

    static ApplyForLoan application(UUID borrower, long amountPaise) {
        UUID loan = UUID.randomUUID();
        return new ApplyForLoan(UUID.randomUUID(), RECEIVED, loan, borrower, true, amountPaise, 12, "Wedding");
    }

    @Override
    public Mono<CreditReport> fetch(UUID loanId, UUID borrowerId) {
        return Mono.defer(() -> {
            asked.add(loanId);
            mostAsking = Math.max(mostAsking, ++asking);
            return reports.getOrDefault(borrowerId, () -> Mono.just(GOOD)).get().doOnTerminate(() -> asking--);
        });
    }

    @Override
    public Mono<Map<UUID, Long>> lock(Collection<UUID> borrowers) {
        return Mono.fromSupplier(() -> {
            Map<UUID, Long> locked = new HashMap<>();
            borrowers.forEach(borrower -> locked.put(borrower, exposures.getOrDefault(borrower, 0L)));
            return locked;
        });
    }

    @Override
    public Mono<Void> raise(Map<UUID, Long> paiseByBorrower) {
        return Mono.fromRunnable(
                () -> paiseByBorrower.forEach((borrower, paise) -> exposures.merge(borrower, paise, Long::sum)));
    }

    @Override
    public Mono<Void> lower(Map<UUID, Long> paiseByBorrower) {
        return Mono.fromRunnable(
                () -> paiseByBorrower.forEach((borrower, paise) -> exposures.merge(borrower, -paise, Long::sum)));
    }

    @Override
    public Mono<List<DecidedLoan>> save(List<DecidedLoan> decided) {
        return Mono.fromSupplier(() -> {
            List<DecidedLoan> added = decided.stream()
                    .filter(loan -> saved.stream()
                            .noneMatch(old -> old.application()
                                    .loanId()
                                    .equals(loan.application().loanId())))
                    .toList();
            saved.addAll(added);
            return added;
        });
    }

    /** Remembers the commands and announces what follows only when the scripted commit completes. */
    @Override
    public Mono<Void> commit(List<ApplyForLoan> commands, Function<List<ApplyForLoan>, Mono<List<Message>>> effect) {
        return Mono.defer(() -> {
            List<ApplyForLoan> fresh = commands.stream()
                    .filter(command -> !seen.contains(command.messageId()))
                    .toList();
            Mono<List<Message>> done = fresh.isEmpty() ? Mono.just(List.of()) : effect.apply(fresh);
            return done.flatMap(messages -> commit.then(Mono.fromRunnable(() -> remember(fresh, messages))));
        });
    }

    private void remember(List<ApplyForLoan> fresh, List<Message> messages) {
        fresh.forEach(command -> seen.add(command.messageId()));
        messages.forEach(message -> announced.add((LoanDecided) message));
    }
}
