package com.byajbook.paymentflow.ledger.domain;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** What can be asked of the ledger. Each may be asked again, with the same id and the same content, and happens once. */
public sealed interface LedgerCommand {

    /** The answer for the case at hand. */
    <T> T fold(Function<Post, T> post, Function<Open, T> open, Function<End, T> end, Function<Reverse, T> reverse);

    /** Books a transaction. */
    record Post(LedgerTransaction transaction) implements LedgerCommand {
        public Post {
            Objects.requireNonNull(transaction);
        }

        @Override
        public <T> T fold(
                Function<Post, T> post, Function<Open, T> open, Function<End, T> end, Function<Reverse, T> reverse) {
            return post.apply(this);
        }
    }

    /** Opens a hold. */
    record Open(Hold hold) implements LedgerCommand {
        public Open {
            if (hold.state() != Hold.State.OPEN) {
                throw new IllegalArgumentException("a hold begins open, not " + hold.state());
            }
        }

        @Override
        public <T> T fold(
                Function<Post, T> post, Function<Open, T> open, Function<End, T> end, Function<Reverse, T> reverse) {
            return open.apply(this);
        }
    }

    /** Frees a hold without using it: RELEASED whenever it is open, EXPIRED only once its time is over. */
    record End(UUID holdId, Hold.State how) implements LedgerCommand {
        public End {
            Objects.requireNonNull(holdId);
            if (how != Hold.State.RELEASED && how != Hold.State.EXPIRED) {
                throw new IllegalArgumentException("a hold ends RELEASED or EXPIRED, not " + how);
            }
        }

        @Override
        public <T> T fold(
                Function<Post, T> post, Function<Open, T> open, Function<End, T> end, Function<Reverse, T> reverse) {
            return end.apply(this);
        }
    }

    /** Books the opposite of an earlier transaction, once. */
    record Reverse(UUID reversalId, UUID transactionId) implements LedgerCommand {
        public Reverse {
            Objects.requireNonNull(reversalId);
            Objects.requireNonNull(transactionId);
            if (reversalId.equals(transactionId)) {
                throw new IllegalArgumentException("a reversal is a transaction of its own");
            }
        }

        @Override
        public <T> T fold(
                Function<Post, T> post, Function<Open, T> open, Function<End, T> end, Function<Reverse, T> reverse) {
            return reverse.apply(this);
        }
    }
}
