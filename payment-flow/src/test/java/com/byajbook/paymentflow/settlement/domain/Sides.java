package com.byajbook.paymentflow.settlement.domain;

import com.byajbook.paymentflow.settlement.domain.Ours.Standing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment of 100 paise and the lines that a file may have of it. */
final class Sides {

    static final UUID PAYMENT = UUID.fromString("7f1a2b3c-0000-4000-8000-000000000001");
    static final String REFERENCE = PAYMENT.toString();
    static final String UTR = "100000000001";
    static final long PAISE = 100;

    private static final Instant SETTLED_AT = Instant.parse("2026-10-20T12:00:00Z");

    private Sides() {}

    static Ours collected(Standing standing) {
        return new Ours(PAYMENT, Direction.COLLECT, Pot.BORROWERS, standing, PAISE, utr(standing));
    }

    static Ours paidOut(Standing standing) {
        return new Ours(PAYMENT, Direction.PAY, Pot.LENDERS, standing, PAISE, utr(standing));
    }

    private static @Nullable String utr(Standing standing) {
        return standing == Standing.PAID || standing == Standing.RETURNED ? UTR : null;
    }

    static Line line(Direction direction, Movement movement) {
        return line(1, REFERENCE, direction, PAISE, movement, UTR);
    }

    static Line line(int number, String reference, Direction direction, long paise, Movement movement, String utr) {
        return new Line(number, reference, "UPI" + number, direction, paise, movement, utr, SETTLED_AT);
    }
}
