package com.byajbook.paymentflow.ledger.usecase;

import static com.byajbook.paymentflow.ledger.domain.AccountKind.FEE_INCOME;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LENDER_PROCEEDS;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LENDER_WALLET;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LOAN_FUNDS;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.LOAN_RECEIPTS;
import static com.byajbook.paymentflow.ledger.domain.AccountKind.PLATFORM_BANK;

import com.byajbook.paymentflow.ledger.domain.AccountKind;
import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.Hold;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand;
import com.byajbook.paymentflow.ledger.domain.LedgerTransaction;
import com.byajbook.paymentflow.ledger.domain.LedgerTransaction.Settlement;
import com.byajbook.paymentflow.ledger.domain.Posting;
import com.byajbook.paymentflow.ledger.domain.Purpose;
import com.byajbook.platform.id.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How each thing that can happen to money is booked: which account is debited, which credited. Beside {@link Adjustments} the
 * one place that knows the chart of accounts from the outside. Every entry's id follows from what it is about, so asking again
 * books nothing twice.
 *
 * <table>
 * <caption>The entries</caption>
 * <tr><th>what</th><th>debit</th><th>credit</th></tr>
 * <tr><td>deposited</td><td>lenders' escrow</td><td>wallet</td></tr>
 * <tr><td>funded</td><td>wallets, out of their holds</td><td>loan's funds</td></tr>
 * <tr><td>disbursing</td><td>loan's funds</td><td>lenders' in transit, fees</td></tr>
 * <tr><td>withdrawing</td><td>wallet</td><td>lenders' in transit</td></tr>
 * <tr><td>repaid</td><td>borrowers' escrow</td><td>loan's receipts</td></tr>
 * <tr><td>distributed</td><td>loan's receipts</td><td>lenders' proceeds, fees</td></tr>
 * <tr><td>retrieved</td><td>lenders' proceeds, fees</td><td>suspense</td></tr>
 * <tr><td>paying out</td><td>proceeds</td><td>borrowers' in transit</td></tr>
 * <tr><td>refunding</td><td>loan's receipts</td><td>borrowers' in transit</td></tr>
 * <tr><td>left</td><td>in transit</td><td>escrow</td></tr>
 * <tr><td>fees swept</td><td>fees; platform's bank</td><td>escrow; fee income</td></tr>
 * </table>
 */
public final class Journal {

    private static final String STARTED = "started";
    private static final String LEFT = "left";

    private Journal() {}

    /**
     * Money arrived.
     *
     * @param ownerId the lender of a deposit, the loan of a repayment
     */
    public static Entry received(UUID paymentId, UUID ownerId, Flow flow, long paise) {
        UUID subject = flow == Flow.REPAYMENT ? ownerId : paymentId;
        AccountKind to = flow == Flow.REPAYMENT ? LOAN_RECEIPTS : LENDER_WALLET;
        return move(
                transaction(paymentId, STARTED, flow.purpose, subject),
                shared(flow.escrow.bank),
                AccountName.of(to, ownerId),
                paise);
    }

    /**
     * The bank took back what had arrived. When it was spent since, the escrow is short by it, and the difference waits for
     * somebody to settle it.
     */
    public static Entry takenBack(UUID paymentId, UUID subjectId, Flow flow, long paise) {
        UUID reversal = id(paymentId, "taken-back");
        LedgerCommand missing = post(LedgerTransaction.of(
                reversal,
                Purpose.ADJUSTMENT,
                subjectId,
                List.of(
                        Posting.debit(shared(flow.escrow.suspense), paise),
                        Posting.credit(shared(flow.escrow.bank), paise))));
        return new Entry(List.of(new LedgerCommand.Reverse(reversal, id(paymentId, STARTED))), missing);
    }

    /** The bank took back a repayment that was shared out: the escrow is short by it until it is retrieved. */
    public static Entry takenBackSharedOut(UUID paymentId, UUID loanId, long paise) {
        Escrow escrow = Flow.REPAYMENT.escrow;
        return move(
                transaction(paymentId, "taken-back", Purpose.ADJUSTMENT, loanId),
                shared(escrow.suspense),
                shared(escrow.bank),
                paise);
    }

    /** A lender's part of a repayment that was taken back is retrieved; refused when the lender has been paid it. */
    public static Entry retrieved(UUID paymentId, UUID loanId, UUID lenderId, long paise) {
        return move(
                transaction(paymentId, "retrieved:" + lenderId, Purpose.ADJUSTMENT, loanId),
                AccountName.of(LENDER_PROCEEDS, lenderId),
                shared(Escrow.BORROWERS.suspense),
                paise);
    }

    /** So are the fees of it. */
    public static Entry feesRetrieved(UUID paymentId, UUID loanId, long paise) {
        return move(
                transaction(paymentId, "retrieved:fees", Purpose.ADJUSTMENT, loanId),
                shared(Escrow.BORROWERS.fees),
                shared(Escrow.BORROWERS.suspense),
                paise);
    }

    /** Money is held in a wallet for a loan. */
    public static Entry held(UUID holdId, UUID lenderId, UUID loanId, long paise, Instant expiresAt) {
        AccountName wallet = AccountName.of(LENDER_WALLET, lenderId);
        return Entry.of(new LedgerCommand.Open(Hold.open(holdId, wallet, loanId, paise, expiresAt)));
    }

    /** Held money is free again. */
    public static Entry released(UUID holdId) {
        return Entry.of(new LedgerCommand.End(holdId, Hold.State.RELEASED));
    }

    /** What lenders held for a loan became its funds, and is on its way to the borrower, the fees kept back. */
    public static Entry disbursing(UUID disbursalId, UUID loanId, List<Part> parts, long feesPaise) {
        long total = parts.stream().mapToLong(Part::paise).sum();
        Map<UUID, Long> byLender = new LinkedHashMap<>();
        parts.forEach(part -> byLender.merge(part.lenderId(), part.paise(), Math::addExact));
        List<Posting> funding = new ArrayList<>();
        byLender.forEach((lender, paise) -> funding.add(Posting.debit(AccountName.of(LENDER_WALLET, lender), paise)));
        funding.add(Posting.credit(AccountName.of(LOAN_FUNDS, loanId), total));
        List<Settlement> holds = parts.stream()
                .map(part -> new Settlement(part.holdId(), part.paise()))
                .toList();
        List<Posting> out = new ArrayList<>();
        out.add(Posting.debit(AccountName.of(LOAN_FUNDS, loanId), total));
        out.add(Posting.credit(shared(Escrow.LENDERS.inTransit), total - feesPaise));
        addIfAny(out, Escrow.LENDERS.fees, feesPaise);
        return Entry.of(
                post(new LedgerTransaction(funded(disbursalId), Purpose.FUNDING, loanId, funding, holds)),
                post(LedgerTransaction.of(id(disbursalId, STARTED), Purpose.DISBURSAL, loanId, out)));
    }

    /** A loan that was not paid out gives each lender back what it gave, wherever that is by now. */
    public static Entry returned(UUID disbursalId, List<UUID> holdIds) {
        List<LedgerCommand> commands = new ArrayList<>();
        commands.add(new LedgerCommand.Reverse(id(disbursalId, "returned"), funded(disbursalId)));
        holdIds.forEach(hold -> commands.add(new LedgerCommand.End(hold, Hold.State.RELEASED)));
        return new Entry(commands, null);
    }

    /** A repayment was shared out; the parts have one of each lender. */
    public static Entry distributed(UUID paymentId, UUID loanId, Map<UUID, Long> parts, long feesPaise) {
        long total = parts.values().stream().mapToLong(Long::longValue).sum() + feesPaise;
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.debit(AccountName.of(LOAN_RECEIPTS, loanId), total));
        parts.forEach((lender, paise) -> postings.add(Posting.credit(AccountName.of(LENDER_PROCEEDS, lender), paise)));
        addIfAny(postings, Escrow.BORROWERS.fees, feesPaise);
        return Entry.of(
                post(LedgerTransaction.of(id(paymentId, "distributed"), Purpose.DISTRIBUTION, loanId, postings)));
    }

    /** What a lender got back is on its way to the lender's bank. */
    public static Entry payingOut(UUID paymentId, UUID lenderId, long paise) {
        return starting(paymentId, paymentId, Flow.PAYOUT, AccountName.of(LENDER_PROCEEDS, lenderId), paise);
    }

    /** What lay in a wallet is on its way to the lender's bank. */
    public static Entry withdrawing(UUID paymentId, UUID lenderId, long paise) {
        return starting(paymentId, paymentId, Flow.WITHDRAWAL, AccountName.of(LENDER_WALLET, lenderId), paise);
    }

    /** What a borrower paid too much is on its way back. */
    public static Entry refunding(UUID paymentId, UUID loanId, long paise) {
        return starting(paymentId, loanId, Flow.REFUND, AccountName.of(LOAN_RECEIPTS, loanId), paise);
    }

    /** Money in transit left the escrow. */
    public static Entry left(UUID paymentId, UUID subjectId, Flow flow, long paise) {
        return move(
                transaction(paymentId, LEFT, flow.purpose, subjectId),
                shared(flow.escrow.inTransit),
                shared(flow.escrow.bank),
                paise);
    }

    /** Money that was on its way out, or had left already, is back where it came from. */
    public static Entry cameBack(UUID paymentId, boolean hadLeft) {
        LedgerCommand restored = new LedgerCommand.Reverse(id(paymentId, "came-back"), id(paymentId, STARTED));
        return hadLeft
                ? Entry.of(new LedgerCommand.Reverse(id(paymentId, "bounced"), id(paymentId, LEFT)), restored)
                : Entry.of(restored);
    }

    /** Fees left an escrow for the platform's own bank account. */
    public static Entry feesSwept(UUID sweepId, Escrow escrow, long paise) {
        return Entry.of(post(LedgerTransaction.of(
                sweepId,
                Purpose.FEE_SWEEP,
                sweepId,
                List.of(
                        Posting.debit(shared(escrow.fees), paise),
                        Posting.credit(shared(escrow.bank), paise),
                        Posting.debit(shared(PLATFORM_BANK), paise),
                        Posting.credit(shared(FEE_INCOME), paise)))));
    }

    private static Entry starting(UUID paymentId, UUID subjectId, Flow flow, AccountName from, long paise) {
        return move(
                transaction(paymentId, STARTED, flow.purpose, subjectId), from, shared(flow.escrow.inTransit), paise);
    }

    private static Entry move(Head head, AccountName from, AccountName to, long paise) {
        return Entry.of(post(LedgerTransaction.of(
                head.id(),
                head.purpose(),
                head.subjectId(),
                List.of(Posting.debit(from, paise), Posting.credit(to, paise)))));
    }

    private static Head transaction(UUID about, String what, Purpose purpose, UUID subjectId) {
        return new Head(id(about, what), purpose, subjectId);
    }

    private static void addIfAny(List<Posting> postings, AccountKind kind, long paise) {
        if (paise > 0) {
            postings.add(Posting.credit(shared(kind), paise));
        }
    }

    private static AccountName shared(AccountKind kind) {
        return AccountName.shared(kind);
    }

    private static LedgerCommand post(LedgerTransaction transaction) {
        return new LedgerCommand.Post(transaction);
    }

    /** The id of the entry with which a payment begins, and which is reversed when its money comes back. */
    static UUID started(UUID paymentId) {
        return id(paymentId, STARTED);
    }

    private static UUID funded(UUID disbursalId) {
        return id(disbursalId, "funded");
    }

    private static UUID id(UUID about, String what) {
        return Ids.v5(about, "ledger:" + what);
    }

    /** What one lender gives for a loan, out of a hold. */
    public record Part(UUID holdId, UUID lenderId, long paise) {}

    private record Head(UUID id, Purpose purpose, UUID subjectId) {}
}
