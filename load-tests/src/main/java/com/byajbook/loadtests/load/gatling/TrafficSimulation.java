package com.byajbook.loadtests.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import com.byajbook.loadtests.load.curve.RateCurve.Step;
import com.byajbook.loadtests.load.record.Run;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One user for each arrival of the curve: it sends what that arrival wants, until it has it or its app gives up.
 *
 * <p>Open workload: users start by the curve, however many of those before them still wait. They share a pool of connections that grows
 * as it must, since ten thousand phones do not queue for each other's sockets.
 */
public final class TrafficSimulation extends Simulation {

    /** Gatling makes the object and gives it nothing, so its orders lie ready where it finds them. */
    public TrafficSimulation() {
        Orders orders = GatlingProgram.orders();
        List<PopulationBuilder> populations = new ArrayList<>();
        populations.add(arrivals(orders.run()));
        if (orders.watchers().count() > 0) {
            populations.add(
                    new StreamScenario(orders.watchers(), orders.run().curve().seconds())
                            .build()
                            .injectOpen(atOnceUsers(orders.watchers().count())));
        }
        SetUp setUp = setUp(populations).protocols(protocol(orders)).maxDuration(orders.atMost());
        if (!orders.assertions().isEmpty()) {
            setUp.assertions(orders.assertions());
        }
    }

    private static PopulationBuilder arrivals(Run run) {
        Requests requests = new Requests();
        return scenario("people")
                .exec(session -> requests.begin(session, run.arrives(System.nanoTime())))
                .exec(asLongAs(Requests::goesOn).on(requests.pauseAndSend()))
                .exec(session -> {
                    run.leaves(Requests.journey(session));
                    return session;
                })
                .injectOpen(run.curve().steps().stream()
                        .map(TrafficSimulation::injected)
                        .toArray(OpenInjectionStep[]::new));
    }

    private static OpenInjectionStep injected(Step step) {
        Duration length = Duration.ofSeconds(step.seconds());
        return step.perSecond() == 0
                ? nothingFor(length)
                : constantUsersPerSec(step.perSecond()).during(length);
    }

    private static HttpProtocolBuilder protocol(Orders orders) {
        return http.baseUrls(orders.apis().stream().map(URI::toString).toList())
                .shareConnections()
                .disableWarmUp()
                .disableCaching()
                .disableFollowRedirect()
                .acceptHeader("application/json")
                .userAgentHeader("byajbook-load-tests")
                .sseUnmatchedInboundMessageBufferSize(StreamScenario.MOST_MESSAGES);
    }
}
