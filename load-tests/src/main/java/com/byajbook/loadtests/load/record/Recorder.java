package com.byajbook.loadtests.load.record;

import com.byajbook.loadtests.load.curve.RateCurve;
import com.byajbook.loadtests.load.traffic.Crowd;
import com.byajbook.loadtests.load.traffic.Errand;
import com.byajbook.loadtests.load.traffic.TrafficClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts what happens to the arrivals of a curve. Offered load is read from the curve and never from what was sent, and time is counted
 * from when an arrival was meant to start: neither a stalled platform nor a late generator can make the figures look better. Safe for
 * threads.
 */
public final class Recorder {
    private static final String TOTAL = "";

    private final RateCurve curve;
    private final Promise promise;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final List<String> groups = new ArrayList<>();
    private final Series series;
    private final Lateness lateness = new Lateness();
    private final Appointments appointments = new Appointments();

    public Recorder(RateCurve curve, Promise promise, Crowd crowd) {
        this.curve = curve;
        this.promise = promise;
        this.series = new Series(curve);
        tallies.put(TOTAL, new Tally());
        for (TrafficClass each : TrafficClass.values()) {
            tallies.put(each.name(), new Tally());
        }
        for (long k = curve.total() - curve.measured(); k < curve.total(); k++) {
            offer(crowd.kindOf(k).trafficClass(), crowd.groupOf(k));
        }
    }

    private void offer(TrafficClass trafficClass, String group) {
        if (!group.isEmpty() && tallies.putIfAbsent(group, new Tally()) == null) {
            groups.add(group);
        }
        tally(TOTAL).offer();
        tally(trafficClass.name()).offer();
        if (!group.isEmpty()) {
            tally(group).offer();
        }
    }

    RateCurve curve() {
        return curve;
    }

    /** A request leaves. @param nanosLate after it was due */
    synchronized void sent(long arrival, Errand errand, long nanosLate) {
        if (isMeasured(arrival)) {
            lateness.add(nanosLate);
            of(errand).forEach(Tally::attempt);
        }
    }

    synchronized void shed(long arrival, Errand errand, String reason, long nanos) {
        if (isMeasured(arrival)) {
            of(errand).forEach(tally -> tally.shed(reason, nanos));
        }
    }

    synchronized void error(long arrival, Errand errand, String what) {
        if (isMeasured(arrival)) {
            of(errand).forEach(tally -> tally.error(what));
        }
    }

    /** Nothing more happens to it. @param nanos since its intended start */
    synchronized void ended(long arrival, Errand errand, Ending ending, long nanos) {
        boolean kept = ending == Ending.SERVED && promise.isKept(errand.kind().trafficClass(), nanos);
        series.end(curve.secondOf(arrival), ending, nanos, kept);
        if (isMeasured(arrival)) {
            of(errand).forEach(tally -> tally.end(ending, nanos, kept));
        }
    }

    /** It was told to come back and was let in. Both in nanoseconds since it was told. */
    synchronized void appointment(long arrival, long promised, long actual) {
        if (isMeasured(arrival)) {
            appointments.add(promised, actual);
        }
    }

    /** An arrival that the generator never got to. */
    synchronized void neverStarted(long arrival, Errand errand, long nanos) {
        if (isMeasured(arrival)) {
            lateness.missed();
            error(arrival, errand, "never started by the generator");
            ended(arrival, errand, Ending.UNANSWERED, nanos);
        }
    }

    /** All that was counted until now. */
    public synchronized Figures figures() {
        int seconds = curve.seconds() - curve.warmUp();
        Map<String, Figures.Counts> classes = new LinkedHashMap<>();
        for (TrafficClass each : TrafficClass.values()) {
            classes.put(each.name(), tally(each.name()).counts(seconds));
        }
        return new Figures(
                seconds,
                tally(TOTAL).counts(seconds),
                classes,
                groups.stream()
                        .collect(Collectors.toMap(
                                group -> group,
                                group -> tally(group).counts(seconds),
                                (one, other) -> one,
                                LinkedHashMap::new)),
                series.moments(),
                lateness.judged(),
                appointments.summary());
    }

    /** A second of the run as it looks now, the warm-up's seconds being the first. */
    public synchronized Figures.Moment moment(int second) {
        return series.at(Math.max(0, Math.min(curve.seconds() - 1, second)));
    }

    private boolean isMeasured(long arrival) {
        return arrival >= curve.total() - curve.measured();
    }

    private List<Tally> of(Errand errand) {
        Tally all = tally(TOTAL);
        Tally ofClass = tally(errand.kind().trafficClass().name());
        return errand.group().isEmpty() ? List.of(all, ofClass) : List.of(all, ofClass, tally(errand.group()));
    }

    private Tally tally(String name) {
        Tally tally = tallies.get(name);
        if (tally == null) {
            throw new IllegalArgumentException("nothing is counted for " + name);
        }
        return tally;
    }
}
