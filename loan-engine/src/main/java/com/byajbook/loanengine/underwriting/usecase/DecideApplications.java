package com.byajbook.loanengine.underwriting.usecase;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import com.byajbook.loanengine.underwriting.domain.Application;
import com.byajbook.loanengine.underwriting.domain.AssessedApplication;
import com.byajbook.loanengine.underwriting.domain.BatchDecision;
import com.byajbook.loanengine.underwriting.domain.DecidedLoan;
import com.byajbook.platform.message.ApplyForLoan;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Decides a batch of applications: first the bureau is asked about each and what needs no lock is computed, then one
 * transaction locks the borrowers, decides, saves and announces.
 */
public final class DecideApplications {

    private final FetchCreditReport reports;
    private final AssessApplication assessing;
    private final HoldExposures exposures;
    private final SaveDecisions decisions;
    private final CommitOnce transaction;
    private final Clock clock;
    private final Work work;

    public DecideApplications(
            FetchCreditReport reports,
            AssessApplication assessing,
            HoldExposures exposures,
            SaveDecisions decisions,
            CommitOnce transaction,
            Clock clock,
            Work work) {
        this.reports = reports;
        this.assessing = assessing;
        this.exposures = exposures;
        this.decisions = decisions;
        this.transaction = transaction;
        this.clock = clock;
        this.work = work;
    }

    /** Completes when the decisions on all of these are committed, by this call or by an earlier one. */
    public Mono<Void> decide(List<ApplyForLoan> commands) {
        return assess(commands).flatMap(assessed -> transaction.commit(commands, fresh -> conclude(fresh, assessed)));
    }

    private Mono<Map<UUID, AssessedApplication>> assess(List<ApplyForLoan> commands) {
        return Flux.fromIterable(commands)
                .flatMap(this::assess, work.bureauCalls())
                .collectMap(Assessment::messageId, Assessment::result);
    }

    private Mono<Assessment> assess(ApplyForLoan command) {
        Application application = applicationOf(command);
        return reports.fetch(command.loanId(), command.borrowerId())
                .publishOn(work.pricing())
                .map(report -> new Assessment(command.messageId(), assessing.assess(application, report)));
    }

    private Mono<List<Message>> conclude(List<ApplyForLoan> fresh, Map<UUID, AssessedApplication> assessed) {
        List<AssessedApplication> batch =
                fresh.stream().map(command -> assessed.get(command.messageId())).toList();
        Set<UUID> borrowers = fresh.stream().map(ApplyForLoan::borrowerId).collect(Collectors.toSet());
        return exposures
                .lock(borrowers)
                .map(open -> BatchDecision.decide(batch, open, clock.instant()))
                .flatMap(decisions::save)
                .flatMap(this::raiseAndAnnounce);
    }

    private Mono<List<Message>> raiseAndAnnounce(List<DecidedLoan> saved) {
        return exposures.raise(offeredByBorrower(saved)).then(Mono.fromSupplier(() -> DecisionEvents.of(saved)));
    }

    private static Map<UUID, Long> offeredByBorrower(List<DecidedLoan> saved) {
        return saved.stream()
                .filter(loan -> loan.offeredPaise() > 0)
                .collect(collectingAndThen(
                        groupingBy(loan -> loan.application().borrowerId(), summingLong(DecidedLoan::offeredPaise)),
                        Map::copyOf));
    }

    private static Application applicationOf(ApplyForLoan command) {
        return new Application(
                command.loanId(),
                command.borrowerId(),
                command.kycVerified(),
                command.amountPaise(),
                command.tenureMonths(),
                command.purpose(),
                command.occurredAt());
    }

    /**
     * How much is done at once, and where.
     *
     * @param bureauCalls the most bureau calls in flight for one batch
     * @param pricing where prices are computed: an event loop has no time for it
     */
    public record Work(int bureauCalls, Scheduler pricing) {}

    private record Assessment(UUID messageId, AssessedApplication result) {}
}
