package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.settlement.domain.Action;
import java.util.Objects;

/**
 * What an operator decided about a difference.
 *
 * @param by who, 1 to {@value #LONGEST_NAME} characters
 * @param reason why, in words that still make sense in a year, 1 to {@value #LONGEST_REASON} characters
 */
public record Resolution(Action action, String by, String reason) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;

    public Resolution {
        Objects.requireNonNull(action);
        require("by", by, LONGEST_NAME);
        require("reason", reason, LONGEST_REASON);
    }

    private static void require(String name, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException(name + " must have 1 to " + longest + " characters");
        }
    }
}
