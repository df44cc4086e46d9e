package com.byajbook.platform.overload.simulation;

import com.byajbook.platform.overload.fairness.UserFairness;
import com.byajbook.platform.overload.fairness.UserLimits;
import com.byajbook.platform.overload.fairness.Visit;

/** Fairness among users in front of another arm. */
final class FairArm implements Arm {

    static final Kind KIND = new Kind() {
        @Override
        public String label() {
            return "by promise, fair among users";
        }

        @Override
        public Arm inFrontOf(Resource resource, Timeline timeline) {
            return new FairArm(PromiseArm.KIND.inFrontOf(resource, timeline), timeline);
        }
    };

    private static final UserLimits LIMITS = new UserLimits(5, 20, 10);
    private static final int REMEMBERED = 20_000;

    private final Arm next;
    private final Timeline timeline;
    private final UserFairness fairness = new UserFairness(() -> LIMITS, REMEMBERED);

    private FairArm(Arm next, Timeline timeline) {
        this.next = next;
        this.timeline = timeline;
    }

    @Override
    public void offer(Attempt attempt) {
        Visit visit = fairness.enter(timeline.now(), Long.toString(attempt.user));
        visit.refusal()
                .ifPresentOrElse(refusal -> attempt.refused(refusal.retryAfter().toNanos()), () -> {
                    attempt.whenOver(visit::over);
                    next.offer(attempt);
                });
    }
}
