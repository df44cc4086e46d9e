package com.byajbook.api.loans;

import com.byajbook.api.intake.domain.CanonicalBody;
import com.byajbook.api.web.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a borrower asks for. Whether the product lends that much and that long is the loan engine's to say; this bounds what
 * is a sensible question at all.
 */
record LoanApplication(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "100000000", example = "2000000")
        @Nullable
        Long amountPaise,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "36", example = "24") @Nullable
        Integer tenureMonths,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200, example = "Sewing machine")
        @Nullable
        String purpose) {

    /** The regulator's bound for a borrower over all platforms: ten lakh rupees. */
    static final long MAX_AMOUNT_PAISE = 100_000_000;

    /** The regulator's bound. */
    static final int MAX_TENURE_MONTHS = 36;

    private static final int MAX_PURPOSE = 200;

    long checkedAmount() {
        return Fields.within("amountPaise", amountPaise, 1, MAX_AMOUNT_PAISE);
    }

    int checkedTenure() {
        return Fields.within("tenureMonths", tenureMonths, 1, MAX_TENURE_MONTHS);
    }

    String checkedPurpose() {
        return Fields.text("purpose", purpose, MAX_PURPOSE);
    }

    CanonicalBody canonical() {
        return CanonicalBody.fields()
                .with("amountPaise", checkedAmount())
                .with("purpose", checkedPurpose())
                .with("tenureMonths", checkedTenure())
                .render();
    }
}
