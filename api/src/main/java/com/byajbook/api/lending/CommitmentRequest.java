package com.byajbook.api.lending;

import com.byajbook.api.intake.domain.CanonicalBody;
import com.byajbook.api.web.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a lender wants to put into a loan. The least and the most that one lender may give to one loan are the loan engine's
 * to say; this bounds what is a sensible question at all.
 */
record CommitmentRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "100000000", example = "500000")
        @Nullable
        Long amountPaise) {

    /** No loan is larger, so no part of one is. */
    private static final long MAX_AMOUNT_PAISE = 100_000_000;

    long checkedAmount() {
        return Fields.within("amountPaise", amountPaise, 1, MAX_AMOUNT_PAISE);
    }

    /** The loan stands in the path, and makes another request all the same. */
    CanonicalBody canonical(UUID loan) {
        return CanonicalBody.fields()
                .with("amountPaise", checkedAmount())
                .with("loanId", loan.toString())
                .render();
    }
}
