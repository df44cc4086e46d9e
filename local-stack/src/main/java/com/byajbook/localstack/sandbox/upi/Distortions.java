package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.http.BadInput;
import com.byajbook.localstack.sandbox.http.Check;
import com.byajbook.localstack.sandbox.upi.UpiTransaction.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the settlement file differs from what happened.
 *
 * @param omit transactions without any line
 * @param amounts what the lines of these transactions say instead
 * @param extra lines of money that nobody asked to move, as they stand
 */
record Distortions(Set<String> omit, Map<String, Long> amounts, List<SettlementLine> extra) {
    static final Distortions NONE = new Distortions(Set.of(), Map.of(), List.of());

    /** The body of {@code PUT .../settlement}: absent fields distort nothing. */
    record Setting(
            @Nullable List<@Nullable String> omit,
            @Nullable Map<String, @Nullable Long> amounts,
            @Nullable List<@Nullable Extra> extra) {
        private static final int MAX_ENTRIES = 1_000;

        Distortions distortions(References references, Instant now) {
            return new Distortions(
                    omitted(),
                    changedAmounts(),
                    bounded("extra", extra)
                            .map(line -> present(line).line(references, now))
                            .toList());
        }

        private Set<String> omitted() {
            Set<String> ids = new LinkedHashSet<>();
            bounded("omit", omit).forEach(id -> ids.add(Order.merchantTxnId("omit", id)));
            return ids;
        }

        private Map<String, Long> changedAmounts() {
            Map<String, Long> checked = new LinkedHashMap<>();
            bounded("amounts", amounts == null ? null : amounts.entrySet())
                    .forEach(entry -> checked.put(
                            Order.merchantTxnId("amounts", entry.getKey()),
                            Order.amount("amounts." + entry.getKey(), entry.getValue())));
            return checked;
        }

        private static <T extends @Nullable Object> Stream<T> bounded(String field, @Nullable Collection<T> entries) {
            if (entries == null) {
                return Stream.empty();
            }
            if (entries.size() > MAX_ENTRIES) {
                throw new BadInput("Field '" + field + "' may have at most " + MAX_ENTRIES + " entries.");
            }
            return entries.stream();
        }

        private static Extra present(@Nullable Extra line) {
            if (line == null) {
                throw new BadInput("Field 'extra' must be a list of objects.");
            }
            return line;
        }
    }

    /** A line to add; it is settled when it is set. */
    record Extra(
            @Nullable String merchantTxnId,
            @Nullable String direction,
            @Nullable Long amountPaise,
            @Nullable String utr) {
        private static final Pattern UTR = Pattern.compile("[A-Za-z0-9]{1,35}");

        SettlementLine line(References references, Instant now) {
            return new SettlementLine(
                    Order.merchantTxnId("merchantTxnId", merchantTxnId),
                    "UPI" + references.next(),
                    Check.oneOf("direction", direction, Direction.class),
                    Order.amount("amountPaise", amountPaise),
                    Status.SUCCEEDED,
                    Check.text("utr", utr, UTR, "1 to 35 letters and digits"),
                    now);
        }
    }

    Stream<SettlementLine> appliedTo(Stream<SettlementLine> truth) {
        Stream<SettlementLine> distorted = truth.filter(line -> !omit.contains(line.merchantTxnId()))
                .map(line -> line.withAmount(amounts.getOrDefault(line.merchantTxnId(), line.amountPaise())));
        return Stream.concat(distorted, extra.stream());
    }

    /** How many of each kind. */
    Map<String, Object> counted() {
        Map<String, Object> counted = new LinkedHashMap<>();
        counted.put("omit", omit.size());
        counted.put("amounts", amounts.size());
        counted.put("extra", extra.size());
        return counted;
    }
}
