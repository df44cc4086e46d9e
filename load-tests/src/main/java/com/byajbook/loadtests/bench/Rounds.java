package com.byajbook.loadtests.bench;

import com.byajbook.loadtests.harness.HarnessException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lets the arms take turns, so that whatever the machine does meanwhile happens to all of them. */
public final class Rounds {
    private static final long WARM_AFTER = 60_000;
    private static final Duration WARM_UP_SLICE = Duration.ofSeconds(5);

    private final BenchStack stack;
    private final String service;
    private final List<Arm> arms;
    private final PrintStream out;

    /** The service is the one whose processor time is measured, as people call it. */
    public Rounds(BenchStack stack, String service, List<Arm> arms, PrintStream out) {
        this.stack = stack;
        this.service = service;
        this.arms = arms;
        this.out = out;
    }

    /** Warms each arm up and lets them take turns; in the end each must have stored what it acknowledged. */
    public Map<Arm, List<Sample>> run(Duration warmUp, Duration window, int rounds) {
        Map<Arm, List<Sample>> samples = new LinkedHashMap<>();
        for (Arm arm : arms) {
            warmUp(arm, warmUp);
            samples.put(arm, new ArrayList<>());
        }
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<Arm, List<Sample>> entry : samples.entrySet()) {
                Sample sample = measure(entry.getKey(), window);
                entry.getValue().add(sample);
                out.printf(
                        Locale.ROOT,
                        "Round %d of %d  %-36s %8.0f /s   p50 %6.2f ms   p99 %7.2f ms   %s + PG CPU %6.0f ms/1,000%s%n",
                        round,
                        rounds,
                        entry.getKey().name(),
                        sample.perSecond(),
                        sample.p50Millis(),
                        sample.p99Millis(),
                        service,
                        sample.millisPerThousand(
                                sample.cpu().service() + sample.cpu().postgres()),
                        sample.refused() == 0 ? "" : "   " + sample.refused() + " refused");
            }
        }
        verify();
        return samples;
    }

    /** A compiler is warm after so much work, not after so much time: a slow or busy machine takes longer. */
    private void warmUp(Arm arm, Duration atMost) {
        out.printf(
                Locale.ROOT, "Warming up %s %,d times, for at most %d s%n", arm.name(), WARM_AFTER, atMost.toSeconds());
        long began = System.nanoTime();
        while (arm.acknowledged() < WARM_AFTER && System.nanoTime() - began < atMost.toNanos()) {
            Arm.Work unused = arm.run(WARM_UP_SLICE);
        }
        arm.settle();
    }

    /** A checkpoint first: no arm pays for the pages that another made dirty. */
    private Sample measure(Arm arm, Duration window) {
        stack.database("postgres").execute("checkpoint");
        Cpu before = cpu(arm);
        Arm.Work work = arm.run(window);
        Cpu used = cpu(arm).minus(before);
        arm.settle();
        return new Sample(work.completed(), work.refused(), work.seconds(), work.latency(), used);
    }

    private Cpu cpu(Arm arm) {
        return new Cpu(
                arm.serviceCpuSeconds(),
                stack.postgresCpuSeconds(),
                stack.brokerCpuSeconds(),
                CpuTime.secondsOf(ProcessHandle.current().pid()) - childrenCpu());
    }

    /** The services under test are our children; their time is not the generator's. */
    private double childrenCpu() {
        return ProcessHandle.current()
                .children()
                .mapToDouble(child -> CpuTime.secondsOf(child.pid()))
                .sum();
    }

    /** What was acknowledged must be there, row for row. */
    private void verify() {
        for (Arm arm : arms) {
            long acknowledged = arm.acknowledged();
            long stored = arm.stored();
            if (acknowledged != stored) {
                throw new HarnessException(
                        arm.name() + ": " + acknowledged + " were acknowledged, but " + stored + " rows are stored");
            }
            out.printf(
                    Locale.ROOT, "Verified: %s acknowledged %d and stored %d rows%n", arm.name(), acknowledged, stored);
        }
    }
}
