package com.byajbook.localstack.processes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Ends a recorded process with everything it forked, and nothing else. */
public final class Termination {
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 20;

    private Termination() {}

    /** Asks first; what is left after {@code grace} is killed. Returns when all of it is gone. */
    public static void end(ProcessRecord process, Signal request, Duration grace) {
        if (!process.isRunning()) {
            return;
        }
        List<Member> family = family(process);
        request.send(process.pid());
        waitUntil(() -> !process.isRunning(), grace);
        killAll(family);
    }

    /** Ends it as a crash would: no process of the family runs another instruction. */
    public static void kill(ProcessRecord process) {
        if (process.isRunning()) {
            killAll(family(process));
        }
    }

    /** Polls a condition; false when it did not become true in time. */
    public static boolean waitUntil(BooleanSupplier condition, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static List<Member> family(ProcessRecord process) {
        List<Member> family = new ArrayList<>();
        family.add(new Member(process.pid(), process.identity()));
        ProcessHandle.of(process.pid())
                .ifPresent(handle -> handle.descendants()
                        .forEach(child -> ProcessIdentity.of(child.pid())
                                .ifPresent(identity -> family.add(new Member(child.pid(), identity)))));
        return family;
    }

    private static void killAll(List<Member> family) {
        for (Member member : family) {
            if (member.isRunning()) {
                Signal.KILL.send(member.pid());
            }
        }
        if (!waitUntil(() -> family.stream().noneMatch(Member::isRunning), AFTER_KILL)) {
            throw new LocalStackException("These processes did not end even when killed: " + family);
        }
    }

    private record Member(long pid, String identity) {
        boolean isRunning() {
            return ProcessIdentity.of(pid).filter(identity::equals).isPresent();
        }
    }
}
