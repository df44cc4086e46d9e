package com.byajbook.api.wallet;

import com.byajbook.api.intake.domain.CanonicalBody;
import com.byajbook.api.web.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a lender wants to pay in. */
record DepositRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "100000000", example = "5000000")
        @Nullable
        Long amountPaise) {

    /** Ten lakh rupees: as much as the largest loan. */
    private static final long MAX_AMOUNT_PAISE = 100_000_000;

    long checkedAmount() {
        return Fields.within("amountPaise", amountPaise, 1, MAX_AMOUNT_PAISE);
    }

    CanonicalBody canonical() {
        return CanonicalBody.fields().with("amountPaise", checkedAmount()).render();
    }
}
