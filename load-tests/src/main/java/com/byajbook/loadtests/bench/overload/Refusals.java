package com.byajbook.loadtests.bench.overload;

import com.byajbook.loadtests.bench.openloop.Kind;
import com.byajbook.loadtests.bench.openloop.Patience;
import com.byajbook.loadtests.client.OpsApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a refusal costs: an ordinary load, and the same with many more requests that are refused at the door.
 *
 * <p>At ten times the load it cannot be told from what is served, which costs less in a crowd because more fits into a
 * batch. Here few people ask for far more than their share, everybody else gets through, and the difference is theirs.
 */
final class Refusals implements Experiment {
    private static final double LOAD = 0.5;
    private static final int SERVED_PERCENT = 10;
    private static final Map<Kind, Integer> ORDINARY = Map.of(Kind.LOAN, 100);
    private static final Map<Kind, Integer> CROWDED =
            Map.of(Kind.LOAN, SERVED_PERCENT, Kind.GREEDY_LOAN, 100 - SERVED_PERCENT);
    private static final String WHY = "bench: what a refusal costs";

    private record Cost(double ofServed, double ofServedByAll, double ofRefusal) {}

    @Override
    public String name() {
        return "Refusals: half the capacity, with and without nine times as much that is refused";
    }

    @Override
    public List<Figure> run(Course course) {
        Arena arena = course.promised();
        double rate = LOAD * course.capacity();
        OpsApi ops = new OpsApi(arena.platform().ops());
        long usualRate = ops.setLimit("api", "user.rate", 1, WHY);
        long usualBurst = ops.setLimit("api", "user.burst", 1, WHY);
        List<Cost> costs = new ArrayList<>();
        try {
            // What users took before counts against the new limit once.
            Sample unused = measure(course, ORDINARY, rate);
            for (int round = 0; round < course.rounds(); round++) {
                Sample ordinary = measure(course, ORDINARY, rate);
                Sample crowded = measure(course, CROWDED, rate * 100 / SERVED_PERCENT);
                double served = ordinary.apiMillisPerServed();
                costs.add(new Cost(served, ordinary.millisPerServed(), crowded.apiMillisPerRejection(served)));
            }
        } finally {
            ops.setLimit("api", "user.rate", usualRate, "bench: over");
            ops.setLimit("api", "user.burst", usualBurst, "bench: over");
        }
        double refusal = Medians.of(costs.stream().map(Cost::ofRefusal).toList());
        double served = Medians.of(costs.stream().map(Cost::ofServed).toList());
        double servedByAll = Medians.of(costs.stream().map(Cost::ofServedByAll).toList());
        return List.of(
                Figure.atMost(
                        "CPU per rejection / CPU per served request, whole platform", refusal / servedByAll, 0.05),
                Figure.plain("  the same, of the api's CPU alone", refusal / served),
                Figure.plain("  CPU per rejection, ms (api)", refusal),
                Figure.plain("  CPU per served request, ms (api)", served),
                Figure.plain("  CPU per served request, ms (all services, PostgreSQL, RabbitMQ)", servedByAll));
    }

    private static Sample measure(Course course, Map<Kind, Integer> mix, double rate) {
        Arena arena = course.promised();
        Duration length = course.window();
        Sample sample = arena.sample(
                () -> arena.run(mix, Patience.once(Course.TIMEOUT), Course.PROMISE, length, second -> rate));
        course.say(
                "  offered %6.0f /s   good %6.0f /s   refused %6d   api CPU %.2f s   %s",
                rate,
                sample.goodput(),
                sample.tally().total().refusals(),
                sample.apiCpu(),
                sample.tally().reasons());
        arena.settle();
        return sample;
    }
}
