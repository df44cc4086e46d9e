package com.byajbook.api.loans;

import com.byajbook.api.intake.domain.CanonicalBody;
import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.domain.Operation;
import com.byajbook.api.intake.domain.Receipt;
import com.byajbook.api.intake.usecase.AcceptCommands;
import com.byajbook.api.intake.usecase.FindAccepted;
import com.byajbook.platform.message.AcceptOffer;
import com.byajbook.platform.message.CancelLoan;
import com.byajbook.platform.message.SetAutopay;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Accepts a borrower's word on an own loan: yes to its offer, away from it, or how it is paid.
 *
 * <p>A retry gets its first answer whatever became of the loan since: so a refusal is only given to a key that was not
 * accepted before.
 */
@Component
class AgreeOnLoan {

    private final FindLoan loans;
    private final FindAccepted accepted;
    private final AcceptCommands acceptance;
    private final Clock clock;

    AgreeOnLoan(FindLoan loans, FindAccepted accepted, AcceptCommands acceptance, Clock clock) {
        this.loans = loans;
        this.accepted = accepted;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    /** Accepts the agreement to the offer. */
    Mono<Receipt> accept(UUID borrower, String key, UUID loan, Acceptance word) {
        return Mono.fromSupplier(() -> accepting(borrower, key, loan, word))
                .flatMap(command -> agreed(command, loan, offer -> acceptable(offer, word)));
    }

    /** Accepts the cancellation. */
    Mono<Receipt> cancel(UUID borrower, String key, UUID loan) {
        return Mono.fromSupplier(() -> cancelling(borrower, key, loan))
                .flatMap(command -> agreed(command, loan, AgreeOnLoan::cancellable));
    }

    /** Accepts that its instalments are collected by themselves, or are not any more. */
    Mono<Receipt> setAutopay(UUID borrower, String key, UUID loan, AutopayWish wish) {
        return Mono.fromSupplier(() -> settingAutopay(borrower, key, loan, wish))
                .flatMap(command -> agreed(command, loan, known -> collectable(known, wish)));
    }

    private Mono<Receipt> agreed(Command command, UUID loan, Function<LoanView, Mono<LoanView>> rule) {
        return loans.getConfirmed(command.actor(), loan)
                .flatMap(rule)
                .onErrorResume(Failure.class, refusal -> unlessAcceptedBefore(command, refusal))
                .then(Mono.defer(() -> acceptance.accept(command)));
    }

    private Mono<LoanView> unlessAcceptedBefore(Command command, Failure refusal) {
        return accepted.find(command.actor(), command.operation(), command.id())
                .switchIfEmpty(Mono.error(refusal))
                .then(Mono.empty());
    }

    private static Mono<LoanView> acceptable(LoanView loan, Acceptance word) {
        if (!loan.isAcceptable()) {
            return Mono.error(() -> Failure.refused(
                    ProblemType.OFFER_NOT_ACCEPTABLE,
                    "The loan is " + loan.status() + "; only an OFFERED loan can be accepted."));
        }
        return word.checkedHash().equals(loan.kfsHash())
                ? Mono.just(loan)
                : Mono.error(() -> Failure.refused(
                        ProblemType.KFS_HASH_MISMATCH, "Accept the key fact statement that the loan has now."));
    }

    private static Mono<LoanView> cancellable(LoanView loan) {
        return loan.isCancellable()
                ? Mono.just(loan)
                : Mono.error(() -> Failure.refused(
                        ProblemType.LOAN_NOT_CANCELLABLE,
                        "The loan is " + loan.status() + "; only an OFFERED, LISTED or ACTIVE loan can be cancelled."));
    }

    /** Nobody has to wait to be left alone. */
    private static Mono<LoanView> collectable(LoanView loan, AutopayWish wish) {
        return !wish.checkedEnabled() || loan.status().equals(LoanView.ACTIVE)
                ? Mono.just(loan)
                : Mono.error(() -> Failure.refused(
                        ProblemType.LOAN_NOT_PAYABLE,
                        "The loan is " + loan.status() + "; instalments of an ACTIVE loan can be collected."));
    }

    private Command accepting(UUID borrower, String key, UUID loan, Acceptance word) {
        Instant now = clock.instant();
        return Command.of(
                borrower,
                Operation.ACCEPT_OFFER,
                key,
                word.canonical(loan),
                now,
                id -> new AcceptOffer(id, now, loan, borrower, word.checkedHash()));
    }

    private Command settingAutopay(UUID borrower, String key, UUID loan, AutopayWish wish) {
        Instant now = clock.instant();
        boolean enabled = wish.checkedEnabled();
        return Command.of(
                borrower,
                Operation.SET_AUTOPAY,
                key,
                wish.canonical(loan),
                now,
                id -> new SetAutopay(id, now, loan, borrower, enabled));
    }

    private Command cancelling(UUID borrower, String key, UUID loan) {
        Instant now = clock.instant();
        CanonicalBody body =
                CanonicalBody.fields().with("loanId", loan.toString()).render();
        return Command.of(
                borrower, Operation.CANCEL_LOAN, key, body, now, id -> new CancelLoan(id, now, loan, borrower));
    }
}
