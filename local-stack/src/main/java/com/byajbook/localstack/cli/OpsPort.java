package com.byajbook.localstack.cli;

import java.nio.file.Path;

/** The api's ops port, as far as operators use it from a terminal. */
interface OpsPort {

    /** The limits of all services. */
    OpsLimits limits();

    /** The same as the api wrote it. */
    String limitsAsJson();

    /** The latest changes of all services, newest first. */
    OpsChanges changes(int count);

    /** Changes one; an {@link OpsRefusal} tells why it was not. */
    LimitChanged change(String service, String limit, LimitOrder order);

    /** Writes a gate's decision log to a file, and says how many bytes it has. */
    long decisions(String service, String gate, Path file);
}
