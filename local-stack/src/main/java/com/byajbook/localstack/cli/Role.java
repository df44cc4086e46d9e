package com.byajbook.localstack.cli;

import java.util.Locale;

/** The two kinds of people that use the product. */
enum Role {
    BORROWER,
    LENDER;

    /** As the command line and the api write it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
