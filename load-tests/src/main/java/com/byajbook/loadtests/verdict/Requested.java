package com.byajbook.loadtests.verdict;

import com.byajbook.loadtests.verdict.Evidence.AcceptedRow;
import java.util.UUID;

/** What makes two requests one: who asks, for what, under which key. */
record Requested(UUID person, String operation, String key) {

    static Requested of(AcceptedRow row) {
        return new Requested(row.person(), row.operation(), row.key());
    }

    static Requested of(Wish wish) {
        return new Requested(wish.person().id(), wish.kind().operation(), wish.key());
    }
}
