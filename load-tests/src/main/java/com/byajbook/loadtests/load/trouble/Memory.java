package com.byajbook.loadtests.load.trouble;

import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resident memory of the service processes, as the kernel counts it; nothing where they are not on this machine. */
public final class Memory {
    private static final int MOST_SAMPLES = 100_000;
    private static final long BYTES_PER_KILOBYTE = 1_024;
    private static final double BYTES_PER_MEGABYTE = 1_048_576.0;

    private final Site site;
    private final Map<Service, List<Sample>> samples = new EnumMap<>(Service.class);

    /** @param second of the measured part, negative in the warm-up */
    private record Sample(int second, long bytes) {}

    /**
     * Of one process, in megabytes.
     *
     * @param before at the end of the warm-up
     * @param slopePerMinute of a straight line through the second half of the run
     */
    public record Use(double before, double peak, double after, double slopePerMinute) {

        /** The peak against what it was before, 1 when nothing was measured. */
        public double growth() {
            return before == 0 ? 1 : peak / before;
        }
    }

    public Memory(Site site) {
        this.site = site;
    }

    /** Looks once. */
    public synchronized void sample(int second) {
        for (Service service : Service.values()) {
            long bytes = site.pidOf(service).map(Memory::resident).orElse(0L);
            List<Sample> ofService = samples.computeIfAbsent(service, any -> new ArrayList<>());
            if (bytes > 0 && ofService.size() < MOST_SAMPLES) {
                ofService.add(new Sample(second, bytes));
            }
        }
    }

    /** By the service's name. */
    public synchronized Map<String, Use> uses() {
        Map<String, Use> uses = new LinkedHashMap<>();
        samples.forEach((service, list) -> {
            if (!list.isEmpty()) {
                uses.put(service.toString(), use(list));
            }
        });
        return uses;
    }

    private static Use use(List<Sample> samples) {
        Sample before = samples.get(0);
        for (Sample sample : samples) {
            before = sample.second() <= 0 ? sample : before;
        }
        long peak = samples.stream().mapToLong(Sample::bytes).max().orElse(0);
        List<Sample> half = samples.subList(samples.size() / 2, samples.size());
        return new Use(
                megabytes(before.bytes()),
                megabytes(peak),
                megabytes(samples.get(samples.size() - 1).bytes()),
                slope(half));
    }

    /** Least squares, in megabytes a minute; 0 for less than a minute, in which a heap only breathes. */
    private static double slope(List<Sample> samples) {
        int span = samples.get(samples.size() - 1).second() - samples.get(0).second();
        if (span < 60) {
            return 0;
        }
        double meanX = samples.stream().mapToInt(Sample::second).average().orElse(0);
        double meanY = samples.stream().mapToLong(Sample::bytes).average().orElse(0);
        double over = 0;
        double under = 0;
        for (Sample sample : samples) {
            over += (sample.second() - meanX) * (sample.bytes() - meanY);
            under += (sample.second() - meanX) * (sample.second() - meanX);
        }
        return under == 0 ? 0 : over / under * 60 / BYTES_PER_MEGABYTE;
    }

    private static double megabytes(long bytes) {
        return Math.round(bytes / BYTES_PER_MEGABYTE * 10) / 10.0;
    }

    private static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * BYTES_PER_KILOBYTE)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notHere) {
            return 0;
        }
    }
}
