package com.byajbook.api.payments;

import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.domain.Operation;
import com.byajbook.api.intake.domain.Receipt;
import com.byajbook.api.intake.usecase.AcceptCommands;
import com.byajbook.api.intake.usecase.FindAccepted;
import com.byajbook.api.loans.FindLoan;
import com.byajbook.api.loans.LoanView;
import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Accepts a payment for an own loan that may be paid. */
@Component
class StartPayment {

    private final FindLoan loans;
    private final FindAccepted accepted;
    private final AcceptCommands acceptance;
    private final Clock clock;

    StartPayment(FindLoan loans, FindAccepted accepted, AcceptCommands acceptance, Clock clock) {
        this.loans = loans;
        this.accepted = accepted;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    /**
     * Accepts the payment.
     *
     * <p>A retry gets its first answer whatever became of the loan since: so a refusal is only given to a key that was not
     * accepted before.
     */
    Mono<Receipt> start(UUID payer, String key, PaymentRequest request) {
        return Mono.fromSupplier(() -> command(payer, key, request))
                .flatMap(command -> loans.getConfirmed(payer, request.checkedLoan())
                        .flatMap(StartPayment::payable)
                        .onErrorResume(Failure.class, refusal -> unlessAcceptedBefore(command, refusal))
                        .then(Mono.defer(() -> acceptance.accept(command))));
    }

    private static Mono<LoanView> payable(LoanView loan) {
        return loan.isPayable()
                ? Mono.just(loan)
                : Mono.error(() -> Failure.refused(
                        ProblemType.LOAN_NOT_PAYABLE,
                        "The loan is " + loan.status() + "; only an ACTIVE loan can be paid. " + loan.untilPayable()));
    }

    private Mono<LoanView> unlessAcceptedBefore(Command command, Failure refusal) {
        return accepted.find(command.actor(), Operation.INITIATE_PAYMENT, command.id())
                .switchIfEmpty(Mono.error(refusal))
                .then(Mono.empty());
    }

    private Command command(UUID payer, String key, PaymentRequest request) {
        Instant now = clock.instant();
        return Command.of(
                payer,
                Operation.INITIATE_PAYMENT,
                key,
                request.canonical(),
                now,
                id -> new InitiatePayment(
                        id, now, id, request.checkedLoan(), payer, request.checkedAmount(), request.checkedMethod()));
    }
}
