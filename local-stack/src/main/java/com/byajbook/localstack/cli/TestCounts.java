package com.byajbook.localstack.cli;

/** How many tests passed, failed (errors included) and were skipped; no test is counted twice. */
record TestCounts(int passed, int failed, int skipped) {
    static final TestCounts NONE = new TestCounts(0, 0, 0);

    static TestCounts of(int tests, int failed, int skipped) {
        return new TestCounts(tests - failed - skipped, failed, skipped);
    }

    TestCounts plus(TestCounts other) {
        return new TestCounts(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    /** One line that people and machines read. */
    String line() {
        return passed + " passed, " + failed + " failed, " + skipped + " skipped";
    }
}
