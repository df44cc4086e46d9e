package com.byajbook.api.ops;

import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import java.util.List;
import java.util.Map;

/** Stages as a test needs them: idle, but for what it says. */
record Stages(
        String name,
        StageKind kind,
        long inFlight,
        long width,
        long queued,
        long maxQueued,
        double oldestMs,
        Map<String, Double> refused,
        double waitMs,
        double targetMs,
        String state,
        List<String> limits) {

    static Stages idle(String name, StageKind kind) {
        return new Stages(name, kind, 0, 0, 0, 0, 0, Map.of(), 0, 0, "", List.of());
    }

    Stages using(long busy, long most) {
        return new Stages(
                name, kind, busy, most, queued, maxQueued, oldestMs, refused, waitMs, targetMs, state, limits);
    }

    Stages queueing(long waiting, long most, double oldest) {
        return new Stages(name, kind, inFlight, width, waiting, most, oldest, refused, waitMs, targetMs, state, limits);
    }

    Stages promising(double wait, double target) {
        return new Stages(
                name, kind, inFlight, width, queued, maxQueued, oldestMs, refused, wait, target, state, limits);
    }

    Stages refusing(String reason, double perSecond) {
        return new Stages(
                name,
                kind,
                inFlight,
                width,
                queued,
                maxQueued,
                oldestMs,
                Map.of(reason, perSecond),
                waitMs,
                targetMs,
                state,
                limits);
    }

    Stages in(String unusual) {
        return new Stages(
                name, kind, inFlight, width, queued, maxQueued, oldestMs, refused, waitMs, targetMs, unusual, limits);
    }

    Stages with(String... names) {
        return new Stages(
                name,
                kind,
                inFlight,
                width,
                queued,
                maxQueued,
                oldestMs,
                refused,
                waitMs,
                targetMs,
                state,
                List.of(names));
    }

    Stage stage() {
        double refusals =
                refused.values().stream().mapToDouble(Double::doubleValue).sum();
        return new Stage(
                name,
                kind,
                inFlight,
                width,
                queued,
                maxQueued,
                oldestMs,
                100 + refusals,
                100,
                100,
                refused,
                2,
                9,
                waitMs,
                targetMs,
                state,
                limits);
    }
}
