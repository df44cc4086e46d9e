package com.byajbook.api.testing;

import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.PaymentChanged;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What the other services would say. */
public final class Events {

    private Events() {}

    public static LoanDecided offered(Client borrower, UUID loan, int version) {
        return new LoanDecided(
                Ids.v5(loan, "LoanDecided:" + version),
                now(),
                loan,
                borrower.user(),
                version,
                LoanDecided.Outcome.OFFERED,
                List.of(),
                2_000_000,
                24,
                "Sewing machine",
                now(),
                new LoanDecided.Terms("15.00", "17.07", 96_973, 2_327_413, "ab".repeat(32)));
    }

    public static LoanDecided declined(Client borrower, UUID loan, int version) {
        return new LoanDecided(
                Ids.v5(loan, "LoanDecided:" + version),
                now(),
                loan,
                borrower.user(),
                version,
                LoanDecided.Outcome.DECLINED,
                List.of("SCORE_BELOW_CUT_OFF"),
                2_000_000,
                24,
                "Sewing machine",
                now(),
                null);
    }

    public static PaymentChanged succeeded(Client payer, UUID payment, UUID loan, int version) {
        return new PaymentChanged(
                Ids.v5(payment, "PaymentChanged:" + version),
                now(),
                payment,
                loan,
                payer.user(),
                version,
                PaymentChanged.Status.SUCCEEDED,
                96_973,
                "UTR123",
                null,
                null);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
