package com.byajbook.loanengine.marketplace.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A loan before lenders: how much of it is promised, and how much of that is held.
 *
 * @param lenders how many commitments are reserved or held
 */
public record Listing(
        UUID loanId,
        UUID borrowerId,
        long amountPaise,
        long reservedPaise,
        long heldPaise,
        int lenders,
        ListingState state,
        Instant listedAt,
        Instant expiresAt) {

    public Listing {
        if (reservedPaise < 0 || heldPaise < 0 || lenders < 0 || reservedPaise + heldPaise > amountPaise) {
            throw new IllegalArgumentException("of " + amountPaise + " paise, " + reservedPaise
                    + " cannot be reserved and " + heldPaise + " held by " + lenders);
        }
    }

    /** A loan that nobody has promised anything to. */
    public static Listing fresh(UUID loanId, UUID borrowerId, long amountPaise, Instant listedAt, Instant expiresAt) {
        return new Listing(loanId, borrowerId, amountPaise, 0, 0, 0, ListingState.OPEN, listedAt, expiresAt);
    }

    public boolean isOpen() {
        return state == ListingState.OPEN;
    }

    boolean isOpenAt(Instant moment) {
        return isOpen() && moment.isBefore(expiresAt);
    }

    public long leftPaise() {
        return amountPaise - reservedPaise - heldPaise;
    }

    boolean isFull() {
        return heldPaise == amountPaise;
    }

    Listing reserve(long paise) {
        return with(reservedPaise + paise, heldPaise, lenders + 1, state);
    }

    Listing hold(long paise) {
        return with(reservedPaise - paise, heldPaise + paise, lenders, state);
    }

    Listing giveUpReservation(long paise) {
        return with(reservedPaise - paise, heldPaise, lenders - 1, state);
    }

    /** The listing once nobody can promise anything any more, and everything that was held is in the wallets again. */
    public Listing closed(int released) {
        return with(reservedPaise, 0, lenders - released, ListingState.CLOSED);
    }

    Listing funded() {
        return with(reservedPaise, heldPaise, lenders, ListingState.FUNDED);
    }

    private Listing with(long reserved, long held, int commitments, ListingState now) {
        return new Listing(loanId, borrowerId, amountPaise, reserved, held, commitments, now, listedAt, expiresAt);
    }
}
