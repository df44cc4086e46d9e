package com.byajbook.api.security;

import org.jspecify.annotations.Nullable;

/** Who is behind a token whose signature was found good before, in one look and without any arithmetic. */
public interface RememberedCallers {

    /** The id of the person behind an {@code Authorization} header, or null when the token is not remembered. */
    @Nullable
    String findCaller(String authorization);
}
