package com.byajbook.paymentflow.ledger.usecase;

import com.byajbook.paymentflow.ledger.domain.AccountKind;
import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand;
import com.byajbook.paymentflow.ledger.domain.LedgerTransaction;
import com.byajbook.paymentflow.ledger.domain.Posting;
import com.byajbook.paymentflow.ledger.domain.Purpose;
import com.byajbook.platform.id.Ids;
import java.util.List;
import java.util.UUID;

/**
 * How it is booked that the bank and the books disagree; the {@link Journal} of what nobody planned. Suspense is what we owe
 * somebody, so what is missing at the bank makes it less than nothing: then the escrow is short, and an invariant says so.
 *
 * <table>
 * <caption>The entries</caption>
 * <tr><th>what</th><th>debit</th><th>credit</th></tr>
 * <tr><td>the bank has more</td><td>escrow</td><td>suspense</td></tr>
 * <tr><td>the bank has less</td><td>suspense</td><td>escrow</td></tr>
 * <tr><td>given back</td><td>suspense</td><td>in transit</td></tr>
 * </table>
 */
public final class Adjustments {

    private Adjustments() {}

    /**
     * The books follow the bank.
     *
     * @param differenceId what it is booked for, once
     * @param subjectId the payment or loan that it is about, or the difference itself
     * @param paise how much more the bank has; less than 0 when it has less, and never 0
     */
    public static Entry followingTheBank(UUID differenceId, UUID subjectId, Escrow escrow, long paise) {
        AccountName bank = AccountName.shared(escrow.bank);
        AccountName suspense = AccountName.shared(escrow.suspense);
        return move(
                Ids.v5(differenceId, "ledger:adjusted"),
                Purpose.ADJUSTMENT,
                subjectId,
                paise > 0 ? bank : suspense,
                paise > 0 ? suspense : bank,
                Math.abs(paise));
    }

    /**
     * What lay in suspense is on its way to the one whose it is. From here on it is a payout like any other: it leaves, or
     * comes back to suspense.
     */
    public static Entry givingBack(UUID payoutId, UUID subjectId, Flow flow, long paise) {
        AccountKind inTransit = flow.escrow.inTransit;
        return move(
                Journal.started(payoutId),
                flow.purpose,
                subjectId,
                AccountName.shared(flow.escrow.suspense),
                AccountName.shared(inTransit),
                paise);
    }

    private static Entry move(
            UUID id, Purpose purpose, UUID subjectId, AccountName debited, AccountName credited, long paise) {
        List<Posting> postings = List.of(Posting.debit(debited, paise), Posting.credit(credited, paise));
        return Entry.of(new LedgerCommand.Post(LedgerTransaction.of(id, purpose, subjectId, postings)));
    }
}
