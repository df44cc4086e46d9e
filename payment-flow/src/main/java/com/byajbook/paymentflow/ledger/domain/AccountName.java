package com.byajbook.paymentflow.ledger.domain;

import java.util.Objects;
import java.util.UUID;

/**
 * Which account.
 *
 * @param ownerId the lender or the loan; {@link #NOBODY} for an account that all share
 */
public record AccountName(AccountKind kind, UUID ownerId) {

    /** The owner of what nobody owns. */
    public static final UUID NOBODY = new UUID(0, 0);

    public AccountName {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(ownerId);
        if (kind.isOwned() == ownerId.equals(NOBODY)) {
            throw new IllegalArgumentException(kind + (kind.isOwned() ? " needs an owner" : " has no owner"));
        }
    }

    /** The one account of this kind. */
    public static AccountName shared(AccountKind kind) {
        return new AccountName(kind, NOBODY);
    }

    /** The owner's account of this kind. */
    public static AccountName of(AccountKind kind, UUID ownerId) {
        return new AccountName(kind, ownerId);
    }

    @Override
    public String toString() {
        return kind.isOwned() ? kind + " of " + ownerId : kind.name();
    }
}
