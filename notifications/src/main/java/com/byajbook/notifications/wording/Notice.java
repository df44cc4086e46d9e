package com.byajbook.notifications.wording;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be said, in no language yet.
 *
 * @param facts values by placeholder, the same in every language: amounts, rates, references
 * @param tenureMonths 0 where no tenure is spoken of
 * @param reasons stable codes, said in words
 */
public record Notice(Kind kind, Map<String, String> facts, int tenureMonths, List<String> reasons) {

    /** The occasions, each with its text's key and the placeholders that the text may use beside {@code {name}}. */
    public enum Kind {
        LOAN_OFFERED("loan.offered", Set.of("amount", "tenure", "annualRate", "apr", "emi", "total")),
        LOAN_DECLINED("loan.declined", Set.of("amount", "tenure", "reasons")),
        LOAN_REFERRED("loan.referred", Set.of("amount", "tenure", "reasons")),
        LOAN_LISTED("loan.listed", Set.of("amount")),
        LOAN_ACTIVE("loan.active", Set.of("amount", "due", "dueOn")),
        LOAN_CLOSED("loan.closed", Set.of("amount")),
        LOAN_EXPIRED("loan.expired", Set.of("amount", "reasons"), "reason.loan.other"),
        LOAN_CANCELLED("loan.cancelled", Set.of("amount", "reasons"), "reason.loan.other"),
        COMMITMENT_REFUSED("commitment.refused", Set.of("amount", "reasons"), "reason.commitment.other"),
        COMMITMENT_INVESTED("commitment.invested", Set.of("amount")),
        COMMITMENT_RELEASED("commitment.released", Set.of("amount", "reasons"), "reason.loan.other"),
        PAYMENT_SUCCEEDED("payment.succeeded", Set.of("amount", "utr")),
        PAYMENT_FAILED("payment.failed", Set.of("amount", "reasons"), "reason.payment.other"),
        DEPOSIT_SUCCEEDED("deposit.succeeded", Set.of("amount", "utr")),
        DEPOSIT_FAILED("deposit.failed", Set.of("amount", "reasons"), "reason.payment.other"),
        PAYOUT_SUCCEEDED("payout.succeeded", Set.of("amount", "utr")),
        WITHDRAWAL_SUCCEEDED("withdrawal.succeeded", Set.of("amount", "utr")),
        REFUND_SUCCEEDED("refund.succeeded", Set.of("amount", "utr")),
        MANDATE_ACTIVE("mandate.active", Set.of()),
        MANDATE_REJECTED("mandate.rejected", Set.of()),
        MANDATE_REVOKED("mandate.revoked", Set.of()),
        AUTOPAY_UPCOMING("autopay.upcoming", Set.of("amount", "on", "dueOn", "reference")),
        AUTOPAY_TO_APPROVE("autopay.to-approve", Set.of("amount", "on", "dueOn", "reference")),
        AUTOPAY_GIVEN_UP("autopay.given-up", Set.of("amount", "on", "dueOn", "reference"));

        private final String key;
        private final Set<String> placeholders;
        private final String otherReasonKey;

        Kind(String key, Set<String> placeholders) {
            this(key, placeholders, "reason.other");
        }

        Kind(String key, Set<String> placeholders, String otherReasonKey) {
            this.key = key;
            this.placeholders = placeholders;
            this.otherReasonKey = otherReasonKey;
        }

        String key() {
            return key;
        }

        Set<String> placeholders() {
            return placeholders;
        }

        /** What a reason that has no words of its own becomes. */
        String otherReasonKey() {
            return otherReasonKey;
        }
    }

    /** Copies what it is given. */
    public Notice {
        facts = Map.copyOf(facts);
        reasons = List.copyOf(reasons);
    }
}
