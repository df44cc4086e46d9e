package com.byajbook.platform.overload.simulation;

import com.netflix.concurrency.limits.limit.Gradient2Limit;

/** Netflix's limit, asked and told what its own limiter would. */
final class Gradient2Arm implements Arm {

    private final Resource resource;
    private final Timeline timeline;
    private final Gradient2Limit limit = Gradient2Limit.newDefault();
    private int inFlight;

    Gradient2Arm(Resource resource, Timeline timeline) {
        this.resource = resource;
        this.timeline = timeline;
    }

    @Override
    public void offer(Attempt attempt) {
        if (inFlight >= limit.getLimit()) {
            attempt.refused(Arms.NO_BETTER_NANOS);
            return;
        }
        int withThis = ++inFlight;
        long begin = timeline.now();
        resource.work(attempt, () -> {
            inFlight--;
            limit.onSample(begin, timeline.now() - begin, withThis, attempt.isOver());
            attempt.served();
        });
    }
}
