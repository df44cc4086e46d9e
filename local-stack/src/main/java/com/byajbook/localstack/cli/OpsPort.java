package com.byajbook.localstack.cli;

/** The api's ops port, as far as the limits go. */
interface OpsPort {

    /** The limits of all services. */
    OpsLimits limits();

    /** The same as the api wrote it. */
    String limitsAsJson();

    /** Changes one; an {@link OpsRefusal} tells why it was not. */
    LimitChanged change(String service, String limit, LimitOrder order);
}
