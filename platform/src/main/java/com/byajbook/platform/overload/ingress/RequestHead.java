package com.byajbook.platform.overload.ingress;

import org.jspecify.annotations.Nullable;

/** All of a request that the ingress looks at. */
public interface RequestHead {

    /** As {@code POST}. */
    String method();

    /** The path as it was sent, with the query if there is one. */
    String target();

    /** The first value of a header. */
    @Nullable
    String header(String name);
}
