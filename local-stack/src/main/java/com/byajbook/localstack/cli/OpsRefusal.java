package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;

/** The ops port answered, and said no. */
final class OpsRefusal extends LocalStackException {
    private static final long serialVersionUID = 1L;

    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    OpsRefusal(int status, String detail) {
        super(explain(status, detail));
    }

    private static String explain(int status, String detail) {
        return switch (status) {
            case UNAUTHENTICATED, FORBIDDEN ->
                "The api does not let this token change or read limits: " + detail
                        + "\nGive one of a user with the role ops as --token, or in BYAJBOOK_OPS_TOKEN.";
            case CONFLICT -> detail + "\nSomebody else was quicker. ./byajbook limits list shows what it is now.";
            default -> detail;
        };
    }
}
