package com.byajbook.api.intake.usecase;

import com.byajbook.api.intake.domain.CanonicalBody;
import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.domain.Operation;
import com.byajbook.platform.message.ApplyForLoan;
import java.time.Instant;
import java.util.UUID;

/** Commands as a borrower would send them. */
final class Commands {

    private static final UUID BORROWER = UUID.fromString("11111111-1111-4111-8111-111111111111");

    private Commands() {}

    static Command applying(String key, long amountPaise, Instant at) {
        CanonicalBody body =
                CanonicalBody.fields().with("amountPaise", amountPaise).render();
        return Command.of(
                BORROWER,
                Operation.APPLY_FOR_LOAN,
                key,
                body,
                at,
                id -> new ApplyForLoan(id, at, id, BORROWER, true, amountPaise, 12, "Seeds"));
    }
}
