package com.byajbook.api.accounts;

import com.byajbook.api.security.Role;
import com.byajbook.platform.id.Ids;
import java.util.Locale;
import java.util.UUID;

/** A made-up person for a laptop or a load test: the n-th of a role is always the same one. */
record LocalUser(UUID id, String phone, String name, String language) {

    /** Five digits are left in the phone number. */
    static final int MAX_NUMBER = 99_999;

    private static final UUID LOCAL_USERS = UUID.fromString("0d7f1c9a-52b4-5c38-9e61-7a4b3d2f1e05");
    private static final int SPEAKS_HINDI = 5;

    /** The n-th person of a role, counted from 1. */
    static LocalUser numbered(Role role, int number) {
        return new LocalUser(
                Ids.v5(LOCAL_USERS, role.claim() + "/" + number),
                prefix(role) + String.format(Locale.ROOT, "%05d", number),
                "Local " + title(role) + " " + number,
                number % SPEAKS_HINDI == 0 ? "hi" : "en");
    }

    private static String prefix(Role role) {
        return switch (role) {
            case BORROWER -> "+9190000";
            case LENDER -> "+9190001";
            case OPS -> "+9190002";
        };
    }

    private static String title(Role role) {
        return switch (role) {
            case BORROWER -> "Borrower";
            case LENDER -> "Lender";
            case OPS -> "Operator";
        };
    }
}
