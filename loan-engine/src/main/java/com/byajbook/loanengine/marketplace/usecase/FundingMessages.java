package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.loanengine.marketplace.domain.Commitment;
import com.byajbook.loanengine.marketplace.domain.CommitmentState;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.DisburseLoan;
import com.byajbook.platform.message.FundsPart;
import com.byajbook.platform.message.HoldFunds;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.message.ReleaseFunds;
import com.byajbook.platform.message.ReturnFunds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is sent on the way. Each id follows from what the message is about, so that no retry can make a second one. */
final class FundingMessages {

    private FundingMessages() {}

    /** There is one disbursal a loan; a loan whose disbursal failed is over. */
    static UUID disbursalId(UUID loanId) {
        return Ids.v5(loanId, "disbursal:1");
    }

    static CommitmentChanged changed(Commitment commitment) {
        return new CommitmentChanged(
                Ids.v5(commitment.id(), MessageType.COMMITMENT_CHANGED.routingKey() + ":" + commitment.version()),
                commitment.updatedAt(),
                commitment.id(),
                commitment.loanId(),
                commitment.lenderId(),
                commitment.version(),
                status(commitment.state()),
                commitment.amountPaise(),
                commitment.reason());
    }

    static HoldFunds hold(Commitment commitment, Instant expiresAt) {
        return new HoldFunds(
                Ids.v5(commitment.id(), MessageType.HOLD_FUNDS.routingKey()),
                commitment.updatedAt(),
                commitment.id(),
                commitment.loanId(),
                commitment.lenderId(),
                commitment.amountPaise(),
                expiresAt);
    }

    /** The money of one commitment, held when nobody wanted it any more. */
    static ReleaseFunds release(Commitment commitment) {
        return new ReleaseFunds(
                Ids.v5(commitment.id(), MessageType.RELEASE_FUNDS.routingKey()),
                commitment.updatedAt(),
                commitment.loanId(),
                List.of(commitment.id()));
    }

    /** The money of a loan that ends. */
    static ReleaseFunds release(UUID loanId, List<Commitment> held, Instant at) {
        return new ReleaseFunds(Ids.v5(loanId, MessageType.RELEASE_FUNDS.routingKey()), at, loanId, holdIds(held));
    }

    static ReturnFunds giveBack(UUID loanId, List<Commitment> held, Instant at) {
        UUID disbursalId = disbursalId(loanId);
        return new ReturnFunds(
                Ids.v5(disbursalId, MessageType.RETURN_FUNDS.routingKey()), at, disbursalId, loanId, holdIds(held));
    }

    static DisburseLoan disburse(LoanNow loan, List<Commitment> held, Instant at) {
        UUID disbursalId = disbursalId(loan.loanId());
        return new DisburseLoan(
                Ids.v5(disbursalId, MessageType.DISBURSE_LOAN.routingKey()),
                at,
                disbursalId,
                loan.loanId(),
                loan.borrowerId(),
                loan.amountPaise() - loan.feesPaise(),
                loan.feesPaise(),
                held.stream().map(FundingMessages::part).toList());
    }

    private static FundsPart part(Commitment commitment) {
        return new FundsPart(commitment.id(), commitment.lenderId(), commitment.amountPaise());
    }

    private static List<UUID> holdIds(List<Commitment> commitments) {
        return commitments.stream().map(Commitment::id).toList();
    }

    /** Room that is reserved is of no use to a lender yet. */
    private static CommitmentChanged.Status status(CommitmentState state) {
        return state == CommitmentState.RESERVED
                ? CommitmentChanged.Status.PENDING
                : CommitmentChanged.Status.valueOf(state.name());
    }
}
