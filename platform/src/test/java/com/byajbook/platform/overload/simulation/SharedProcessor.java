package com.byajbook.platform.overload.simulation;

import java.util.ArrayList;
import java.util.List;

/** Processors that all who are let in share equally: the more there are, the slower is each. */
final class SharedProcessor extends Resource {

    private static final class Share {
        private final Work work;
        private double nanosLeft;

        private Share(Work work) {
            this.work = work;
            this.nanosLeft = work.attempt().serviceNanos;
        }
    }

    private final Timeline timeline;
    private final int processors;
    private final List<Share> shares = new ArrayList<>();
    private long workedUntil;
    private long plans;

    /**
     * One that is used by so many at once.
     *
     * @param width how many are let in, more than there are processors
     */
    SharedProcessor(Timeline timeline, int width, int processors) {
        super(timeline, width);
        this.timeline = timeline;
        this.processors = processors;
    }

    @Override
    protected void begin(Work work) {
        goOn();
        shares.add(new Share(work));
        plan();
    }

    private void goOn() {
        double each = (timeline.now() - workedUntil) / slowness();
        shares.forEach(share -> share.nanosLeft -= each);
        workedUntil = timeline.now();
    }

    private double slowness() {
        return Math.max(1, (double) shares.size() / processors);
    }

    private void plan() {
        plans++;
        long plan = plans;
        shares.stream()
                .mapToDouble(share -> share.nanosLeft)
                .min()
                .ifPresent(least ->
                        timeline.after((long) Math.ceil(Math.max(0, least) * slowness()), () -> follow(plan)));
    }

    private void follow(long plan) {
        if (plan != plans) {
            return;
        }
        goOn();
        List<Share> done = shares.stream().filter(share -> share.nanosLeft < 1).toList();
        shares.removeAll(done);
        done.forEach(share -> end(share.work));
        plan();
    }
}
