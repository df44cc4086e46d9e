package com.byajbook.api.wallet;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of what was booked in a wallet, as the contract shows it; payment-flow writes it, and it is passed on unread. */
@Schema
record WalletStatement(
        List<Line> items,
        @Schema(types = {"string", "null"}) @Nullable String next) {

    /**
     * One booking.
     *
     * @param subjectId the deposit, commitment or loan that it is about
     * @param amountPaise negative where money left
     * @param balancePaise what was there afterwards
     */
    @Schema(name = "WalletLine")
    record Line(
            UUID transactionId,
            String purpose,
            @Schema(types = {"string", "null"}) @Nullable UUID subjectId,
            Instant bookedAt,
            long amountPaise,
            long balancePaise) {}
}
