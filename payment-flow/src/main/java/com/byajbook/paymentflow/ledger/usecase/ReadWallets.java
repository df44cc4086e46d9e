package com.byajbook.paymentflow.ledger.usecase;

import com.byajbook.paymentflow.ledger.domain.AccountKind;
import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.Funds;
import com.byajbook.paymentflow.ledger.usecase.ReadAccounts.Position;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a lender sees of its accounts: what it has is positive, what came in too. */
public final class ReadWallets {

    private final ReadAccounts accounts;

    public ReadWallets(ReadAccounts accounts) {
        this.accounts = accounts;
    }

    /** The wallet; all zero for a lender who never paid in. */
    public Mono<Wallet> get(UUID lenderId) {
        return accounts.funds(wallet(lenderId))
                .zipWith(accounts.funds(AccountName.of(AccountKind.LENDER_PROCEEDS, lenderId)), ReadWallets::wallet);
    }

    /** A page of what happened on it, newest first. */
    public Mono<Statement> statement(UUID lenderId, @Nullable Position before, int limit) {
        return accounts.statement(wallet(lenderId), before, limit)
                .map(page -> new Statement(
                        page.lines().stream().map(ReadWallets::line).toList(), page.next()));
    }

    private static AccountName wallet(UUID lenderId) {
        return AccountName.of(AccountKind.LENDER_WALLET, lenderId);
    }

    private static Wallet wallet(Funds wallet, Funds proceeds) {
        return new Wallet(wallet.availablePaise(), wallet.heldPaise(), proceeds.availablePaise());
    }

    private static StatementLine line(ReadAccounts.Line line) {
        return new StatementLine(
                line.transactionId(),
                line.purpose().name(),
                line.subjectId(),
                line.bookedAt(),
                -line.amountPaise(),
                -line.balancePaise());
    }

    /**
     * A lender's money with us.
     *
     * @param availablePaise free to be committed
     * @param heldPaise promised to loans
     * @param proceedsPaise what borrowers paid back, on its way to the lender's bank by the next working day
     */
    public record Wallet(long availablePaise, long heldPaise, long proceedsPaise) {}

    /**
     * A page.
     *
     * @param next where the next one begins; null on the last
     */
    public record Statement(
            List<StatementLine> items, @Nullable Position next) {}

    /**
     * One movement.
     *
     * @param amountPaise positive when it came in
     * @param balancePaise what was in the wallet after it
     */
    public record StatementLine(
            UUID transactionId,
            String purpose,
            UUID subjectId,
            Instant bookedAt,
            long amountPaise,
            long balancePaise) {}
}
