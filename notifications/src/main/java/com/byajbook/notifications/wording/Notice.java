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
        PAYMENT_SUCCEEDED("payment.succeeded", Set.of("amount", "utr")),
        PAYMENT_FAILED("payment.failed", Set.of("amount", "reasons"));

        private final String key;
        private final Set<String> placeholders;

        Kind(String key, Set<String> placeholders) {
            this.key = key;
            this.placeholders = placeholders;
        }

        String key() {
            return key;
        }

        Set<String> placeholders() {
            return placeholders;
        }

        /** What a reason that has no words of its own becomes. */
        String otherReasonKey() {
            return this == PAYMENT_FAILED ? "reason.payment.other" : "reason.other";
        }
    }

    /** Copies what it is given. */
    public Notice {
        facts = Map.copyOf(facts);
        reasons = List.copyOf(reasons);
    }
}
