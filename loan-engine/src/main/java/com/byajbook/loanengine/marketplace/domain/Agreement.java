package com.byajbook.loanengine.marketplace.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the borrower and the lenders of a loan agreed to, as one text and its hash.
 *
 * @param text canonical JSON: no spaces, members in a fixed order
 */
public record Agreement(UUID loanId, UUID borrowerId, String text, String hash, Instant madeAt) {

    /** Changes with anything in the text that is not a figure. */
    private static final String FORMAT = "agreement/1";

    /** The agreement of a loan whose statement has this hash and whose lenders gave these commitments, in their order. */
    public static Agreement of(
            UUID loanId, UUID borrowerId, String statementHash, List<Commitment> parts, LocalDate day, Instant madeAt) {
        String lenders = parts.stream().map(Agreement::part).collect(Collectors.joining(","));
        String text = "{\"format\":\"" + FORMAT + "\",\"loanId\":\"" + loanId + "\",\"borrowerId\":\"" + borrowerId
                + "\",\"kfsHash\":\"" + statementHash + "\",\"madeOn\":\"" + day + "\",\"lenders\":[" + lenders + "]}";
        return new Agreement(loanId, borrowerId, text, sha256(text), madeAt);
    }

    private static String part(Commitment commitment) {
        return "{\"commitmentId\":\"" + commitment.id() + "\",\"lenderId\":\"" + commitment.lenderId()
                + "\",\"amountPaise\":" + commitment.amountPaise() + "}";
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
