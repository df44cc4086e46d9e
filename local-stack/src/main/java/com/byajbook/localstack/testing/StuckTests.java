package com.byajbook.localstack.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Ends a test JVM in which nothing begins or ends any more, and says what every thread of it waits for.
 *
 * <p>JUnit's own time-outs bound test methods, not what closes after them: an application that never stops would hold the
 * build for hours without a word.
 */
public final class StuckTests implements TestExecutionListener {
    /** Longer than the longest test there is. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** What a test JVM prints reaches the console through the build tool, a little later. */
    private static final Duration TIME_TO_PRINT = Duration.ofSeconds(3);

    private static final int LOOKS = 50;
    private static final int EXIT_CODE = 3;

    private final Duration patience;
    private final Consumer<String> end;
    private volatile long lastNanos = System.nanoTime();
    private volatile String last = "the start";
    private volatile boolean finished;

    /** As the launcher of tests makes it: ends this JVM. */
    public StuckTests() {
        this(PATIENCE, StuckTests::halt);
    }

    StuckTests(Duration patience, Consumer<String> end) {
        this.patience = patience;
        this.end = end;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        begin();
    }

    void begin() {
        moved("the start");
        Thread watch = new Thread(this::watch, "stuck-tests");
        watch.setDaemon(true);
        watch.start();
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        finished = true;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        moved("the start of " + test.getDisplayName());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        moved("the end of " + test.getDisplayName());
    }

    private void moved(String event) {
        last = event;
        lastNanos = System.nanoTime();
    }

    private void watch() {
        while (!finished) {
            if (System.nanoTime() - lastNanos > patience.toNanos()) {
                end.accept("No test began or ended for " + patience.toSeconds() + " s after " + last
                        + ". This test JVM ends itself now; what its threads do:\n" + threads());
                return;
            }
            pause(patience.dividedBy(LOOKS));
        }
    }

    private static void halt(String why) {
        System.err.println(why);
        System.err.flush();
        pause(TIME_TO_PRINT);
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String threads() {
        StringBuilder text = new StringBuilder();
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
            text.append('"').append(thread.getThreadName()).append("\" ").append(thread.getThreadState());
            text.append(" on ")
                    .append(thread.getLockInfo())
                    .append(", held by ")
                    .append(thread.getLockOwnerName());
            for (StackTraceElement frame : thread.getStackTrace()) {
                text.append("\n    at ").append(frame);
            }
            text.append("\n\n");
        }
        return text.toString();
    }
}
