package com.byajbook.api.ops;

import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The stage that holds the work back.
 *
 * @param kind where it stands; a queue and its consumer may have one name
 * @param replica the process in which it is the narrowest
 * @param why one sentence without its full stop
 */
record Bottleneck(String service, String stage, StageKind kind, String replica, String why) {

    /** Less pressure than this, half full with nobody waiting, is no bottleneck. */
    static final double LEAST_PRESSURE = 0.5;

    /**
     * The stage under the highest pressure. Of equals the one that work reaches last: what is narrow there fills
     * everything in front of it.
     *
     * @param silentAfterMs what a replica said before that is not news any more
     */
    static Optional<Bottleneck> find(List<Picture.Part> services, long silentAfterMs) {
        return services.stream()
                .flatMap(part -> part.replicas().stream()
                        .filter(replica -> replica.silentMs() < silentAfterMs)
                        .flatMap(replica -> replica.stages().stream()
                                .map(stage -> new Candidate(part.service(), replica.replica(), stage))))
                .filter(candidate -> candidate.stage().pressure() >= LEAST_PRESSURE)
                .max(Comparator.comparingDouble(
                                (Candidate candidate) -> candidate.stage().pressure())
                        .thenComparing(candidate -> candidate.stage().kind())
                        // The first by name: the same each second.
                        .thenComparing(Candidate::name, Comparator.reverseOrder()))
                .map(Candidate::toBottleneck);
    }

    private record Candidate(String service, String replica, Stage stage) {

        String name() {
            return service + "/" + stage.name() + "/" + replica;
        }

        Bottleneck toBottleneck() {
            return new Bottleneck(
                    service,
                    stage.name(),
                    stage.kind(),
                    replica,
                    stage.name() + " of " + service + ": " + String.join(", ", reasons()));
        }

        /** What makes it narrow, the worst first; never empty, because something made the pressure. */
        private List<String> reasons() {
            List<String> reasons = new ArrayList<>();
            if (!stage.state().isEmpty()) {
                reasons.add(stage.state().replace('-', ' '));
            }
            if (stage.width() > 0) {
                reasons.add(count(stage.inFlight()) + " of " + count(stage.width()) + " in use");
            }
            if (stage.queued() > 0) {
                reasons.add(waiting());
            }
            if (stage.targetMs() > 0) {
                reasons.add("estimated wait " + count(Math.round(stage.estimatedWaitMs())) + " of "
                        + count(Math.round(stage.targetMs())) + " ms");
            }
            refusals().ifPresent(reasons::add);
            return reasons;
        }

        private String waiting() {
            String queued = stage.maxQueued() == 0
                    ? count(stage.queued())
                    : count(stage.queued()) + " of " + count(stage.maxQueued());
            return queued + " queued"
                    + (stage.oldestMs() > 0 ? ", the oldest for " + count(Math.round(stage.oldestMs())) + " ms" : "");
        }

        private Optional<String> refusals() {
            double total = stage.refusedPerSecond().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            return stage.refusedPerSecond().entrySet().stream()
                    .filter(reason -> reason.getValue() > 0)
                    .max(Map.Entry.comparingByValue())
                    .map(most -> count(Math.max(1, Math.round(total))) + " a second refused, most by " + most.getKey());
        }

        private static String count(long number) {
            return String.format(Locale.ROOT, "%,d", number);
        }
    }
}
