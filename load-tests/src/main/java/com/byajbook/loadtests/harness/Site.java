package com.byajbook.loadtests.harness;

import java.net.URI;
import java.util.Optional;

/** A platform that runs, whoever started it: where its people call, and where its judges look. */
public interface Site {

    /** The public API. */
    URI api();

    /** The API's management port. */
    URI ops();

    URI sandbox();

    /** A service's database, seen past any proxy. */
    SqlDatabase database(Service service);

    /** The broker, seen past any proxy. */
    BrokerView broker();

    /** The process of a service, if it is on this machine and known. */
    Optional<Long> pidOf(Service service);
}
