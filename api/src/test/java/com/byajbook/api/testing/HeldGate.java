package com.byajbook.api.testing;

import com.byajbook.platform.overload.gate.Gate;
import com.byajbook.platform.overload.gate.Gates;
import com.byajbook.platform.overload.gate.Permit;
import com.byajbook.platform.pipe.Pipe;
import com.byajbook.platform.pipe.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** A gate all of whose permits are taken, as by work that hangs, until it is closed. */
public final class HeldGate implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Permit> permits = new ArrayList<>();

    private HeldGate() {}

    public static HeldGate of(ApiInstance api, String name, int width) {
        Gate gate = api.bean(Gates.class).find(name).orElseThrow();
        HeldGate held = new HeldGate();
        for (int i = 0; i < width; i++) {
            Permit permit = gate.admitHolding(Mono::just, unwanted -> Mono.<Void>fromRunnable(unwanted::abandoned))
                    .block(PATIENCE);
            if (permit == null) {
                throw new IllegalStateException("no permit at " + name);
            }
            held.permits.add(permit);
        }
        return held;
    }

    /** How a stage is now. */
    public static Stage stage(ApiInstance api, String name) {
        return stages(api)
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Stage> stages(ApiInstance api) {
        return api.bean(Pipe.class).stages().stream();
    }

    /** Lets one go. */
    public void release() {
        permits.remove(permits.size() - 1).abandoned();
    }

    @Override
    public void close() {
        permits.forEach(Permit::abandoned);
        permits.clear();
    }
}
