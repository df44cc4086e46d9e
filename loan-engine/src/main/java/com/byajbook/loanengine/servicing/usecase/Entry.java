package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Amounts;
import com.byajbook.loanengine.servicing.domain.EntryKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a loan's statement.
 *
 * @param number grows along the statement, and may leave numbers out
 * @param excessPaise what of a repayment went back
 * @param paymentId of a repayment, or of the payment that a fee is for
 */
public record Entry(
        int number,
        Instant at,
        EntryKind kind,
        Amounts amounts,
        long excessPaise,
        @Nullable UUID paymentId) {}
