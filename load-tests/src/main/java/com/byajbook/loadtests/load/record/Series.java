package com.byajbook.loadtests.load.record;

import com.byajbook.loadtests.load.curve.RateCurve;
import java.util.ArrayList;
import java.util.List;

/** The run second by second, by when arrivals were meant to start; several seconds together in runs of more than ten minutes. */
final class Series {
    private static final int MOST_CELLS = 600;

    private final RateCurve curve;
    private final int length;
    private final Cell[] cells;

    /** What happened to those who were meant to start within a cell. */
    private static final class Cell {
        private final Latencies latencies = new Latencies(2);
        private long admitted;
        private long good;
        private long refused;
        private long failed;
    }

    Series(RateCurve curve) {
        this.curve = curve;
        this.length = 1 + (curve.seconds() - 1) / MOST_CELLS;
        this.cells = new Cell[1 + (curve.seconds() - 1) / length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new Cell();
        }
    }

    void end(int second, Ending ending, long nanos, boolean kept) {
        Cell cell = cells[second / length];
        switch (ending) {
            case SERVED -> {
                cell.admitted++;
                cell.good += kept ? 1 : 0;
                cell.latencies.add(nanos);
            }
            case REFUSED -> cell.refused++;
            case FAILED -> cell.failed++;
            case UNANSWERED -> {
                cell.failed++;
                cell.latencies.add(nanos);
            }
        }
    }

    /** Those after the warm-up. */
    List<Figures.Moment> moments() {
        List<Figures.Moment> moments = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            if (i * length >= curve.warmUp()) {
                moments.add(moment(i));
            }
        }
        return moments;
    }

    Figures.Moment at(int second) {
        return moment(second / length);
    }

    private Figures.Moment moment(int i) {
        Cell cell = cells[i];
        int first = i * length;
        int end = Math.min(curve.seconds(), first + length);
        long offered = 0;
        for (int second = first; second < end; second++) {
            offered += curve.arrivals(second);
        }
        Latencies.Summary latency = cell.latencies.summary();
        return new Figures.Moment(
                first - curve.warmUp(),
                end - first,
                offered,
                cell.admitted,
                cell.good,
                cell.refused,
                cell.failed,
                latency.p50(),
                latency.p99(),
                latency.max());
    }
}
