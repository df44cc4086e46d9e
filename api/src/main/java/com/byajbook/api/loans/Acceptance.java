package com.byajbook.api.loans;

import com.byajbook.api.intake.domain.CanonicalBody;
import com.byajbook.api.web.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a borrower agrees to: exactly the key fact statement with this hash. */
record Acceptance(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = "^[0-9a-f]{64}$") @Nullable
        String kfsHash) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    String checkedHash() {
        if (kfsHash == null || !SHA_256.matcher(kfsHash).matches()) {
            throw Fields.invalid("kfsHash must be 64 digits of 0 to 9 and a to f.");
        }
        return kfsHash;
    }

    /** The loan stands in the path, and makes another request all the same. */
    CanonicalBody canonical(UUID loan) {
        return CanonicalBody.fields()
                .with("kfsHash", checkedHash())
                .with("loanId", loan.toString())
                .render();
    }
}
