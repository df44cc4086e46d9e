package com.byajbook.paymentflow.ledger.usecase;

import static com.byajbook.paymentflow.ledger.domain.AccountKind.LENDERS_ESCROW;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LENDER_WALLET;

import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome;
import com.byajbook.paymentflow.ledger.domain.LedgerTransaction;
import com.byajbook.paymentflow.ledger.domain.Posting;
import com.byajbook.paymentflow.ledger.domain.Purpose;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Moves money between wallets and into them, a batch in one transaction: what the ledger's benchmark measures. */
public final class BookTransfers {

    private final KeepLedger ledger;
    private final InTransaction transaction;

    public BookTransfers(KeepLedger ledger, InTransaction transaction) {
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /** Books a batch. @return how many the books have now */
    public Mono<Long> book(List<Transfer> transfers) {
        return Mono.fromSupplier(() -> commands(transfers))
                .flatMap(commands -> transaction.of(ledger.apply(commands)))
                .map(outcomes -> outcomes.stream().filter(LedgerOutcome::isDone).count());
    }

    private static List<LedgerCommand> commands(List<Transfer> transfers) {
        return transfers.stream()
                .<LedgerCommand>map(transfer -> new LedgerCommand.Post(transfer.transaction()))
                .toList();
    }

    /**
     * One movement.
     *
     * @param from the lender who gives; null when it comes from outside, through the escrow that all share
     * @param to the lender who gets
     */
    public record Transfer(UUID id, @Nullable UUID from, UUID to, long amountPaise) {

        private LedgerTransaction transaction() {
            AccountName source =
                    from == null ? AccountName.shared(LENDERS_ESCROW) : AccountName.of(LENDER_WALLET, from);
            return LedgerTransaction.of(
                    id,
                    from == null ? Purpose.DEPOSIT : Purpose.ADJUSTMENT,
                    to,
                    List.of(
                            Posting.debit(source, amountPaise),
                            Posting.credit(AccountName.of(LENDER_WALLET, to), amountPaise)));
        }
    }
}
