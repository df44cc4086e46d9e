package com.byajbook.paymentflow.settlement.web;

import com.byajbook.paymentflow.settlement.domain.Action;
import com.byajbook.paymentflow.settlement.usecase.Resolution;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decided, as it comes from outside.
 *
 * @param by who; a surface that authenticated the operator says so
 */
record ResolutionOrder(
        @Nullable Action action,
        @Nullable String by,
        @Nullable String reason) {

    /**
     * What is wanted.
     *
     * @throws Failure when a field is missing or out of its bounds
     */
    Resolution resolution() {
        try {
            return new Resolution(given("action", action), given("by", by), given("reason", reason));
        } catch (IllegalArgumentException e) {
            throw Failure.invalid(ProblemType.INVALID_FIELD, e.getMessage() + ".");
        }
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw Failure.invalid(ProblemType.INVALID_FIELD, field + " is missing.");
        }
        return value;
    }
}
