package com.byajbook.loadtests.verdict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was found on the platform and at its partners, when everything had come to rest or the judge's patience was over.
 *
 * @param accepted the commands in the intake's table
 * @param loans the loans with how often they were decided
 * @param payments the payments that bring money in
 * @param collections what the UPI provider has
 * @param shown the status that the public API shows the owner, by id; absent when it says 404
 * @param unasked ids whose owner was not asked, because there are too many to ask all
 * @param news how many messages each person is owed beside one for each decision and each ended payment: for what became of
 *     loans, promises and other money
 * @param messages the distinct messages that reached each person's phone
 * @param leftovers what should be empty at rest and how much is in it, by a name for people
 */
public record Evidence(
        List<AcceptedRow> accepted,
        List<LoanRow> loans,
        List<PaymentRow> payments,
        List<CollectionRow> collections,
        Map<UUID, String> shown,
        Set<UUID> unasked,
        Map<UUID, Long> news,
        Map<UUID, Long> messages,
        Map<String, Long> leftovers) {

    /** How many collections the provider tells of: when there are more, the oldest are not among the evidence. */
    public static final int MOST_COLLECTIONS = 10_000;

    /** Without what was there before: for a platform that has a history which is not the clients' of now. */
    Evidence since(Evidence past) {
        return new Evidence(
                without(accepted, past.accepted, AcceptedRow::id),
                without(loans, past.loans, LoanRow::id),
                without(payments, past.payments, PaymentRow::id),
                without(collections, past.collections, CollectionRow::merchantTxnId),
                shown,
                unasked,
                minus(news, past.news),
                minus(messages, past.messages),
                minus(leftovers, past.leftovers));
    }

    private static <T, K> List<T> without(List<T> now, List<T> past, Function<T, K> key) {
        Set<K> known = past.stream().map(key).collect(Collectors.toSet());
        return now.stream().filter(row -> !known.contains(key.apply(row))).toList();
    }

    private static <K> Map<K, Long> minus(Map<K, Long> now, Map<K, Long> past) {
        Map<K, Long> difference = new LinkedHashMap<>();
        now.forEach((key, count) -> difference.put(key, Math.max(0, count - past.getOrDefault(key, 0L))));
        return difference;
    }

    /** A command in the intake. */
    public record AcceptedRow(UUID id, UUID person, String operation, String key) {}

    /** A loan. @param version how many states it has had since its decision, that one included */
    public record LoanRow(UUID id, UUID borrower, String status, int version, int decisions) {}

    /**
     * A payment of a borrower or, as a deposit, of a lender.
     *
     * @param attempts different orders to the provider
     * @param references bank references claimed for it
     * @param sharedOutPaise the sum of what it paid, once the loan engine has allocated it and it is booked so; of no deposit
     */
    public record PaymentRow(
            UUID id,
            UUID payer,
            Wish.Kind kind,
            String state,
            long amountPaise,
            int attempts,
            int references,
            @Nullable Long sharedOutPaise) {}

    /** A collection at the provider, under the id that we gave it. */
    public record CollectionRow(String merchantTxnId, String status, long amountPaise) {}
}
