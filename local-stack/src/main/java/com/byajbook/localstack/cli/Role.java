package com.byajbook.localstack.cli;

import java.util.Locale;

/** The kinds of people that use the product, and those that run it. */
enum Role {
    BORROWER,
    LENDER,
    OPS;

    /** As the command line and the api write it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
