package com.byajbook.loanengine.paging;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors as callers carry them: opaque, sealed, and good for the person alone to whom they were given. A position that
 * callers could make up would become a part of the contract.
 */
public final class CursorSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int POSITION_BYTES = 3 * Long.BYTES;
    private static final int SEAL_BYTES = 12;

    private final SecretKeySpec key;

    /** Seals with a secret that every replica has. */
    public CursorSeal(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The cursor as its owner carries it. */
    public String seal(Cursor cursor, UUID owner) {
        byte[] position = ByteBuffer.allocate(POSITION_BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, cursor.at()))
                .putLong(cursor.id().getMostSignificantBits())
                .putLong(cursor.id().getLeastSignificantBits())
                .array();
        byte[] sealed = ByteBuffer.allocate(POSITION_BYTES + SEAL_BYTES)
                .put(position)
                .put(sealOf(position, owner))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * The position in a cursor.
     *
     * @throws Failure.Invalid if this service never gave this cursor to this owner
     */
    public Cursor open(String cursor, UUID owner) {
        byte[] sealed = decode(cursor);
        if (sealed.length != POSITION_BYTES + SEAL_BYTES) {
            throw unknown();
        }
        byte[] position = Arrays.copyOf(sealed, POSITION_BYTES);
        byte[] seal = Arrays.copyOfRange(sealed, POSITION_BYTES, sealed.length);
        if (!MessageDigest.isEqual(seal, sealOf(position, owner))) {
            throw unknown();
        }
        ByteBuffer fields = ByteBuffer.wrap(position);
        return new Cursor(
                Instant.EPOCH.plus(fields.getLong(), ChronoUnit.MICROS), new UUID(fields.getLong(), fields.getLong()));
    }

    private byte[] sealOf(byte[] position, UUID owner) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(position);
            return Arrays.copyOf(mac.doFinal(owner.toString().getBytes(StandardCharsets.UTF_8)), SEAL_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** Two texts can decode to the same bytes; only the one that was given out counts. */
    private static byte[] decode(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(cursor)) {
                throw unknown();
            }
            return bytes;
        } catch (IllegalArgumentException notBase64) {
            throw unknown();
        }
    }

    private static Failure unknown() {
        return Failure.invalid(ProblemType.INVALID_CURSOR, "Use the value of next from the page before, unchanged.");
    }
}
