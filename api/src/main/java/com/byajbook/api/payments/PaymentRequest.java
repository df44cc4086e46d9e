package com.byajbook.api.payments;

import com.byajbook.api.intake.domain.CanonicalBody;
import com.byajbook.api.web.Fields;
import com.byajbook.api.web.Uuids;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a borrower wants to pay. */
record PaymentRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
        String loanId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "100000000", example = "96973")
        @Nullable
        Long amountPaise,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "UPI") @Nullable
        String method) {

    /** No loan is larger, so no payment for one is. */
    private static final long MAX_AMOUNT_PAISE = 100_000_000;

    private static final String UPI = "UPI";

    UUID checkedLoan() {
        return Uuids.inField("loanId", loanId);
    }

    long checkedAmount() {
        return Fields.within("amountPaise", amountPaise, 1, MAX_AMOUNT_PAISE);
    }

    String checkedMethod() {
        if (!UPI.equals(method)) {
            throw Fields.invalid("method must be UPI.");
        }
        return UPI;
    }

    CanonicalBody canonical() {
        return CanonicalBody.fields()
                .with("amountPaise", checkedAmount())
                .with("loanId", checkedLoan().toString())
                .with("method", checkedMethod())
                .render();
    }
}
