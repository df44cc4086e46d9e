package com.byajbook.platform.message;

import java.time.Instant;
import java.util.UUID;

/** What travels between services. Every message has an id that stays the same however often it is sent. */
public sealed interface Message
        permits AcceptOffer,
                ApplyForLoan,
                AutopayNotice,
                CancelLoan,
                CollectInstalment,
                CommitFunds,
                CommitmentChanged,
                ContactsChanged,
                DepositToWallet,
                DisburseLoan,
                DistributeRepayment,
                FundsHeld,
                HoldFunds,
                InitiatePayment,
                LoanChanged,
                LoanDecided,
                MandateChanged,
                PaymentChanged,
                RegisterMandate,
                ReleaseFunds,
                ReturnFunds,
                RevokeMandate,
                SetAutopay,
                TakeBackRepayment,
                TransferChanged,
                UpiCallback {

    /** The identity by which a consumer knows that it has seen this message. */
    UUID messageId();

    /** When the fact happened, or the command was accepted. */
    Instant occurredAt();

    /** What the message is about: a loan, a payment, a user. */
    UUID businessKey();

    /** The version of the contract that the sender speaks. */
    default int version() {
        return 1;
    }
}
