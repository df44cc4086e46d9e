package com.byajbook.api.ops;

import org.jspecify.annotations.Nullable;

/**
 * An operator's word that a loan is written off.
 *
 * @param by who says so
 * @param reason why, in words that still make sense in a year
 */
record WriteOffOrder(@Nullable String by, @Nullable String reason) {

    /** The same word, of somebody who is known. */
    WriteOffOrder by(String who) {
        return new WriteOffOrder(who, reason);
    }
}
