package com.byajbook.api.loans;

import com.byajbook.api.intake.domain.CanonicalBody;
import com.byajbook.api.web.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a borrower wants instalments to be collected by themselves. */
record AutopayWish(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Boolean enabled) {

    boolean checkedEnabled() {
        if (enabled == null) {
            throw Fields.invalid("enabled is missing.");
        }
        return enabled;
    }

    /** The loan stands in the path, and makes another request all the same. */
    CanonicalBody canonical(UUID loan) {
        return CanonicalBody.fields()
                .with("enabled", Boolean.toString(checkedEnabled()))
                .with("loanId", loan.toString())
                .render();
    }
}
