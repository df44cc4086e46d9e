package com.byajbook.loadtests.bench.ledger;

import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes batches of random transfers, as the ledger wants to read them. */
final class Transfers {
    private static final int MOST_PAISE = 100;
    private static final int BYTES_A_TRANSFER = 170;

    private final SplittableRandom random = new SplittableRandom();
    private final Kind kind;
    private final int wallets;

    /** What a transfer touches. */
    enum Kind {
        /** Two of the wallets. */
        UNIFORM("uniform", "ADJUSTMENT"),
        /** The one escrow, and one of the wallets. */
        HOT("one hot account", "DEPOSIT");

        private final String words;
        private final String purpose;

        Kind(String words, String purpose) {
            this.words = words;
            this.purpose = purpose;
        }

        String words() {
            return words;
        }

        /** As the ledger's table calls them. */
        String purpose() {
            return purpose;
        }
    }

    Transfers(Kind kind, int wallets) {
        this.kind = kind;
        this.wallets = wallets;
    }

    /** The lender whose wallet has this number. */
    static UUID lender(int number) {
        return new UUID(0x0000_0000_0000_4000L, 0x8000_0000_0000_0000L + number);
    }

    String batch(int size) {
        StringBuilder body = new StringBuilder(size * BYTES_A_TRANSFER).append("{\"transfers\":[");
        for (int i = 0; i < size; i++) {
            int from = random.nextInt(wallets);
            int to = (from + 1 + random.nextInt(wallets - 1)) % wallets;
            append(body, kind == Kind.HOT ? null : lender(from), lender(to), 1 + random.nextInt(MOST_PAISE));
            body.append(i == size - 1 ? ']' : ',');
        }
        return body.append('}').toString();
    }

    /** What every wallet begins with. */
    String endowment(int from, int size, long paise) {
        StringBuilder body = new StringBuilder(size * BYTES_A_TRANSFER).append("{\"transfers\":[");
        for (int number = from; number < from + size; number++) {
            append(body, null, lender(number), paise);
            body.append(number == from + size - 1 ? ']' : ',');
        }
        return body.append('}').toString();
    }

    private void append(StringBuilder body, @Nullable UUID from, UUID to, long paise) {
        body.append("{\"id\":\"").append(new UUID(random.nextLong(), random.nextLong()));
        if (from != null) {
            body.append("\",\"from\":\"").append(from);
        }
        body.append("\",\"to\":\"")
                .append(to)
                .append("\",\"amountPaise\":")
                .append(paise)
                .append('}');
    }
}
