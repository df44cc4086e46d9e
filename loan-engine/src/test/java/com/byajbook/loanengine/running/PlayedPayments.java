package com.byajbook.loanengine.running;

import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.DisburseLoan;
import com.byajbook.platform.message.DistributeRepayment;
import com.byajbook.platform.message.FundsHeld;
import com.byajbook.platform.message.HoldFunds;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.ReleaseFunds;
import com.byajbook.platform.message.ReturnFunds;
import com.byajbook.platform.message.TakeBackRepayment;
import com.byajbook.platform.message.TransferChanged;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.messaging.MessageTransaction;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Mono;

/** Payment-flow as far as funding needs it, played by the test: hears commands through the broker and answers as it is told. */
class PlayedPayments {

    private final Queue<Message> heard = new ConcurrentLinkedQueue<>();
    private volatile Function<HoldFunds, Optional<FundsHeld>> answer = PlayedPayments::held;
    private final MessageTransaction transaction;

    PlayedPayments(MessageTransaction transaction) {
        this.transaction = transaction;
    }

    /** From now on, holds are answered so. */
    void answer(Function<HoldFunds, Optional<FundsHeld>> how) {
        this.answer = how;
    }

    /** What was heard of a kind about a loan, in the order in which it came. */
    <M extends Message> List<M> heardOf(Class<M> kind, UUID loanId) {
        return heard.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(message -> loanOf(message).equals(loanId))
                .toList();
    }

    private Mono<Void> hear(List<Message> messages) {
        heard.addAll(messages);
        List<Message> answers = messages.stream()
                .filter(HoldFunds.class::isInstance)
                .flatMap(hold -> answer.apply((HoldFunds) hold).stream())
                .<Message>map(Function.identity())
                .toList();
        return answers.isEmpty()
                ? Mono.empty()
                : transaction.commit(Mono.just(answers)).then();
    }

    static Optional<FundsHeld> held(HoldFunds hold) {
        return Optional.of(answerOf(hold, null));
    }

    static Optional<FundsHeld> refused(HoldFunds hold) {
        return Optional.of(answerOf(hold, "INSUFFICIENT_FUNDS"));
    }

    /** Always with the same id, as who answers twice would have it. */
    static FundsHeld answerOf(HoldFunds hold, @Nullable String refusal) {
        return new FundsHeld(
                Ids.v5(hold.holdId(), "answer"),
                hold.occurredAt(),
                hold.holdId(),
                hold.loanId(),
                hold.lenderId(),
                hold.amountPaise(),
                refusal == null ? FundsHeld.Outcome.HELD : FundsHeld.Outcome.REFUSED,
                refusal);
    }

    static TransferChanged disbursal(DisburseLoan command, TransferChanged.Status status) {
        return new TransferChanged(
                Ids.v5(command.disbursalId(), status.name()),
                command.occurredAt(),
                command.disbursalId(),
                TransferChanged.Purpose.DISBURSAL,
                command.loanId(),
                command.borrowerId(),
                status.ordinal() + 1,
                status,
                command.netPaise(),
                null,
                null);
    }

    private static UUID loanOf(Message message) {
        if (message instanceof CommitmentChanged changed) {
            return changed.loanId();
        }
        return message instanceof HoldFunds hold ? hold.loanId() : message.businessKey();
    }

    /** The queues of the services that this test plays. */
    static class Queues {

        @Bean
        PlayedPayments playedPayments(MessageTransaction transaction) {
            return new PlayedPayments(transaction);
        }

        @Bean
        ConsumerBinding<Message> fundsCommands(PlayedPayments played) {
            return ConsumerBinding.ofMany(
                            "test.funds",
                            List.of(
                                    HoldFunds.class,
                                    ReleaseFunds.class,
                                    DisburseLoan.class,
                                    ReturnFunds.class,
                                    DistributeRepayment.class,
                                    TakeBackRepayment.class))
                    .handledBy(played::hear);
        }

        @Bean
        ConsumerBinding<Message> fundingEvents(PlayedPayments played) {
            return ConsumerBinding.ofMany("test.funding", List.of(LoanChanged.class, CommitmentChanged.class))
                    .handledBy(played::hear);
        }
    }
}
