package com.byajbook.platform.overload.simulation;

/** What others do. None of them knows a better time to come back than a second. */
enum OtherArms implements Arm.Kind {
    /** Everybody is taken. */
    UNBOUNDED("unbounded queue") {
        @Override
        public Arm inFrontOf(Resource resource, Timeline timeline) {
            return attempt -> resource.work(attempt, attempt::served);
        }
    },
    /** As many as the resource works on, and nobody waits. */
    BULKHEAD("fixed bulkhead") {
        @Override
        public Arm inFrontOf(Resource resource, Timeline timeline) {
            return new InFlightArm(resource, inFlight -> inFlight < resource.width());
        }
    },
    /** A pool's only protection as frameworks have it: a time-out for the wait, as long as the clients'. */
    ACQUIRE_TIMEOUT("acquire time-out 1 s") {
        @Override
        public Arm inFrontOf(Resource resource, Timeline timeline) {
            return attempt -> resource.work(
                    attempt,
                    attempt::served,
                    timeline.now() + Client.PATIENCE,
                    () -> attempt.refused(Arms.NO_BETTER_NANOS));
        }
    },
    /** The same with a time-out that somebody chose well: what is started is still waited for. */
    SHORT_ACQUIRE_TIMEOUT("acquire time-out 0.3 s") {
        @Override
        public Arm inFrontOf(Resource resource, Timeline timeline) {
            return attempt -> resource.work(
                    attempt,
                    attempt::served,
                    timeline.now() + 300 * Timeline.MILLI,
                    () -> attempt.refused(Arms.NO_BETTER_NANOS));
        }
    },
    /** A share of the width for each class, set by hand in proportion to what comes on an ordinary day. */
    PARTITIONS("percentages") {
        @Override
        public Arm inFrontOf(Resource resource, Timeline timeline) {
            return new PartitionsArm(resource);
        }
    },
    /** Netflix's adaptive limit of what is in flight, with its defaults. */
    GRADIENT2("Gradient2") {
        @Override
        public Arm inFrontOf(Resource resource, Timeline timeline) {
            return new Gradient2Arm(resource, timeline);
        }
    };

    private final String label;

    OtherArms(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
