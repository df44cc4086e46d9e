package com.byajbook.platform.remote;

import com.byajbook.platform.deadline.MissedDeadlines;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.overload.gate.Gates;
import com.byajbook.platform.overload.gate.OverloadProperties;
import com.byajbook.platform.overload.gate.TestGates;
import com.byajbook.platform.overload.retry.RetryBudget;
import com.byajbook.platform.pipe.Pipe;
import com.byajbook.platform.web.InternalCalls;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;

/** One called service with all that stands around it, wired by hand. */
final class RemoteRig {

    static final String TOKEN = "a-token-of-some-length";

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Pipe pipe = new Pipe();
    private final Clock clock = Clock.systemUTC();
    private final RemoteService service;

    RemoteRig(String name, RemoteProperties.Remote settings) {
        Gates gates = TestGates.with(OverloadProperties.Mode.PROTECTED, new LiveLimits(), pipe, meters);
        MissedDeadlines deadlines = new MissedDeadlines(clock, meters);
        this.service = new RemoteServices(
                        new RemoteProperties(Map.of(name, settings), new RemoteProperties.Retry(10)),
                        new HttpClients(new InternalCalls(TOKEN), deadlines),
                        gates,
                        new Repeats(new RetryBudget(() -> 10), clock, meters),
                        deadlines,
                        meters)
                .named(name);
    }

    RemoteService service() {
        return service;
    }

    Pipe pipe() {
        return pipe;
    }

    double count(String meter, String... tags) {
        var counter = meters.find(meter).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }
}
