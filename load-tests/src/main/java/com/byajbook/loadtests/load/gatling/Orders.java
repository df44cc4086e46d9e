package com.byajbook.loadtests.load.gatling;

import com.byajbook.loadtests.load.live.Watchers;
import com.byajbook.loadtests.load.record.Run;
import io.gatling.javaapi.core.Assertion;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What one run of Gatling is to do.
 *
 * @param apis one or more replicas, taken in turn
 * @param watchers who holds streams open beside the traffic
 * @param patience how long a client waits for an answer
 * @param goesOn how long those who ask again may go on after the last arrival
 * @param assertions Gatling's own
 */
public record Orders(
        List<URI> apis, Run run, Watchers watchers, Duration patience, Duration goesOn, List<Assertion> assertions) {

    /** A bound for the whole run. */
    Duration atMost() {
        return Duration.ofSeconds(run.curve().seconds()).plus(goesOn);
    }
}
