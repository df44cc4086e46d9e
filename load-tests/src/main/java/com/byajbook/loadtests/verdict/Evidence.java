package com.byajbook.loadtests.verdict;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was found on the platform and at its partners, when everything had come to rest or the judge's patience was over.
 *
 * @param accepted the commands in the intake's table
 * @param loans the loans with how often they were decided
 * @param payments the payments
 * @param collections what the UPI provider has
 * @param shown the status that the public API shows the owner, by id; absent when it says 404
 * @param messages the distinct messages that reached each person's phone
 * @param leftovers what should be empty at rest and how much is in it, by a name for people
 */
public record Evidence(
        List<AcceptedRow> accepted,
        List<LoanRow> loans,
        List<PaymentRow> payments,
        List<CollectionRow> collections,
        Map<UUID, String> shown,
        Map<UUID, Long> messages,
        Map<String, Long> leftovers) {

    /** A command in the intake. */
    public record AcceptedRow(UUID id, UUID person, String operation, String key) {}

    /** A loan. @param version how many states it has had since its decision, that one included */
    public record LoanRow(UUID id, UUID borrower, String status, int version, int decisions) {}

    /** A payment. @param attempts different orders to the provider @param references bank references claimed for it */
    public record PaymentRow(UUID id, UUID payer, String state, long amountPaise, int attempts, int references) {}

    /** A collection at the provider, under the id that we gave it. */
    public record CollectionRow(String merchantTxnId, String status, long amountPaise) {}
}
