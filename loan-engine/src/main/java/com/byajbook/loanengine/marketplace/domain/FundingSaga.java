package com.byajbook.loanengine.marketplace.domain;

import java.util.Optional;
import java.util.Set;

/**
 * From OFFERED to ACTIVE as a table. Each row is one local transaction or a part of one: what starts it, which way the loan
 * and its commitments go, why, and what is sent. The rows in the second half undo rows of the first. Whatever is delivered
 * again finds the loan elsewhere, and so a crash between any two rows costs nothing but time.
 */
public enum FundingSaga {
    LIST(Trigger.ACCEPT_OFFER, loan(LoanStage.LISTED, LoanStage.OFFERED), untouched(), Sent.LOAN_CHANGED),
    RESERVE(
            Trigger.COMMIT_FUNDS,
            stays(LoanStage.LISTED),
            commitment(CommitmentState.RESERVED),
            Sent.HOLD_FUNDS,
            Sent.COMMITMENT_CHANGED),
    HOLD(
            Trigger.FUNDS_HELD,
            loan(LoanStage.LISTED, LoanStage.LISTED),
            commitment(CommitmentState.HELD, CommitmentState.RESERVED),
            Sent.LOAN_CHANGED,
            Sent.COMMITMENT_CHANGED),
    FUND(Trigger.LAST_FUNDS_HELD, loan(LoanStage.FUNDED, LoanStage.LISTED), untouched(), Sent.LOAN_CHANGED),
    DISBURSE(
            Trigger.LAST_FUNDS_HELD,
            loan(LoanStage.DISBURSING, LoanStage.FUNDED),
            untouched(),
            Sent.LOAN_CHANGED,
            Sent.DISBURSE_LOAN),
    PAY_OUT(
            Trigger.DISBURSAL_SUCCEEDED,
            loan(LoanStage.ACTIVE, LoanStage.DISBURSING),
            commitment(CommitmentState.INVESTED, CommitmentState.HELD),
            Sent.LOAN_CHANGED,
            Sent.COMMITMENT_CHANGED),

    EXPIRE_OFFER(
            Trigger.TIME,
            Undoing.nothing().because("OFFER_EXPIRED"),
            loan(LoanStage.EXPIRED, LoanStage.OFFERED),
            untouched(),
            Sent.LOAN_CHANGED),
    EXPIRE_LISTING(
            Trigger.TIME,
            Undoing.of(LIST, HOLD).because("LISTING_EXPIRED"),
            loan(LoanStage.EXPIRED, LoanStage.LISTED),
            commitment(CommitmentState.RELEASED, CommitmentState.HELD),
            Sent.LOAN_CHANGED,
            Sent.COMMITMENT_CHANGED,
            Sent.RELEASE_FUNDS),
    WITHDRAW(
            Trigger.CANCEL_LOAN,
            Undoing.of(LIST, HOLD).because("CANCELLED_BY_BORROWER"),
            loan(LoanStage.CANCELLED, LoanStage.OFFERED, LoanStage.LISTED),
            commitment(CommitmentState.RELEASED, CommitmentState.HELD),
            Sent.LOAN_CHANGED,
            Sent.COMMITMENT_CHANGED,
            Sent.RELEASE_FUNDS),
    REFUSE_HOLD(
            Trigger.FUNDS_REFUSED,
            Undoing.of(RESERVE),
            anywhere(),
            commitment(CommitmentState.REFUSED, CommitmentState.RESERVED),
            Sent.COMMITMENT_CHANGED),
    RELEASE_LATE_HOLD(
            Trigger.FUNDS_HELD,
            Undoing.of(RESERVE).because("LOAN_NOT_LISTED"),
            stays(LoanStage.EXPIRED, LoanStage.CANCELLED),
            commitment(CommitmentState.RELEASED, CommitmentState.RESERVED),
            Sent.COMMITMENT_CHANGED,
            Sent.RELEASE_FUNDS),
    FAIL_DISBURSAL(
            Trigger.DISBURSAL_FAILED,
            Undoing.of(HOLD, FUND, DISBURSE).because("DISBURSAL_FAILED"),
            loan(LoanStage.CANCELLED, LoanStage.DISBURSING),
            commitment(CommitmentState.RELEASED, CommitmentState.HELD),
            Sent.LOAN_CHANGED,
            Sent.COMMITMENT_CHANGED,
            Sent.RETURN_FUNDS),
    /** Also from DISBURSING: the bank's two answers may come in the other order. */
    REVERSE_DISBURSAL(
            Trigger.DISBURSAL_REVERSED,
            Undoing.of(HOLD, FUND, DISBURSE, PAY_OUT).because("DISBURSAL_REVERSED"),
            loan(LoanStage.CANCELLED, LoanStage.DISBURSING, LoanStage.ACTIVE),
            commitment(CommitmentState.RELEASED, CommitmentState.HELD, CommitmentState.INVESTED),
            Sent.LOAN_CHANGED,
            Sent.COMMITMENT_CHANGED,
            Sent.RETURN_FUNDS);

    private final Trigger trigger;
    private final Undoing undoing;
    private final Path<LoanStage> loan;
    private final Path<CommitmentState> commitment;
    private final Set<Sent> sent;

    FundingSaga(Trigger trigger, Path<LoanStage> loan, Path<CommitmentState> commitment, Sent... sent) {
        this(trigger, Undoing.nothing(), loan, commitment, sent);
    }

    FundingSaga(
            Trigger trigger, Undoing undoing, Path<LoanStage> loan, Path<CommitmentState> commitment, Sent... sent) {
        this.trigger = trigger;
        this.undoing = undoing;
        this.loan = loan;
        this.commitment = commitment;
        this.sent = Set.of(sent);
    }

    public Trigger trigger() {
        return trigger;
    }

    /** What this row undoes; empty for a row of the way forward, and for one that ends what none of these rows began. */
    public Set<FundingSaga> undoes() {
        return undoing.steps();
    }

    /** The states in which the loan may be found. */
    public Set<LoanStage> loanFrom() {
        return loan.from();
    }

    /** Where the loan goes; empty if it stays where it is. */
    public Optional<LoanStage> loanTo() {
        return loan.to();
    }

    /** The states of the commitments that change; empty if they are made by this row, or untouched. */
    public Set<CommitmentState> commitmentFrom() {
        return commitment.from();
    }

    public Optional<CommitmentState> commitmentTo() {
        return commitment.to();
    }

    /** Why, a stable code that borrower and lenders may see. */
    public Optional<String> reason() {
        return undoing.reason();
    }

    /** What is sent, at most. */
    public Set<Sent> sent() {
        return sent;
    }

    private static Path<LoanStage> loan(LoanStage to, LoanStage... from) {
        return new Path<>(Set.of(from), Optional.of(to));
    }

    private static Path<LoanStage> stays(LoanStage... in) {
        return new Path<>(Set.of(in), Optional.empty());
    }

    private static Path<LoanStage> anywhere() {
        return stays(LoanStage.values());
    }

    private static Path<CommitmentState> commitment(CommitmentState to, CommitmentState... from) {
        return new Path<>(Set.of(from), Optional.of(to));
    }

    private static Path<CommitmentState> untouched() {
        return new Path<>(Set.of(), Optional.empty());
    }

    /** What starts a row. */
    public enum Trigger {
        ACCEPT_OFFER,
        COMMIT_FUNDS,
        FUNDS_HELD,
        FUNDS_REFUSED,
        LAST_FUNDS_HELD,
        DISBURSAL_SUCCEEDED,
        DISBURSAL_FAILED,
        DISBURSAL_REVERSED,
        CANCEL_LOAN,
        TIME
    }

    /** What a row sends. */
    public enum Sent {
        LOAN_CHANGED,
        COMMITMENT_CHANGED,
        HOLD_FUNDS,
        RELEASE_FUNDS,
        DISBURSE_LOAN,
        RETURN_FUNDS
    }

    private record Path<S>(Set<S> from, Optional<S> to) {}

    private record Undoing(Set<FundingSaga> steps, Optional<String> reason) {
        static Undoing nothing() {
            return of();
        }

        static Undoing of(FundingSaga... steps) {
            return new Undoing(Set.of(steps), Optional.empty());
        }

        Undoing because(String why) {
            return new Undoing(steps, Optional.of(why));
        }
    }
}
