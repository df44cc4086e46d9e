package com.byajbook.loadtests.verdict;

import com.byajbook.loadtests.client.Person;

/**
 * Something that a person asked for, once, however often the request was sent.
 *
 * @param key the idempotency key that all of its requests carried
 */
public record Wish(Kind kind, Person person, String key) {

    /** What can be asked for. */
    public enum Kind {
        LOAN("/v1/loans", "apply-for-loan"),
        PAYMENT("/v1/payments", "initiate-payment"),
        DEPOSIT("/v1/wallet/deposits", "deposit-to-wallet");

        private final String path;
        private final String operation;

        Kind(String path, String operation) {
            this.path = path;
            this.operation = operation;
        }

        /** Where it is posted; its state is at this, a slash and the id. */
        public String path() {
            return path;
        }

        String operation() {
            return operation;
        }
    }
}
