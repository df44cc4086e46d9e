package com.byajbook.api.security;

import java.util.Locale;

/** What somebody may do here. */
public enum Role {
    BORROWER,
    LENDER,
    OPS;

    /** As it stands in a token. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
