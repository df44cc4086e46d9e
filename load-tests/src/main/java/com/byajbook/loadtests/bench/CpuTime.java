package com.byajbook.loadtests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The processor time that a process has used, with all its children, living and dead. */
public final class CpuTime {
    /** The kernel shows ticks of a hundredth of a second to programs, whatever it counts in itself. */
    private static final double TICKS_PER_SECOND = 100.0;

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");
    private static final int USER_FIELD = 11;
    private static final int FIELDS = 4;

    private CpuTime() {}

    /** Seconds since the process began; 0 for a process that is gone or that the kernel does not show. */
    public static double secondsOf(long pid) {
        LongStream children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), children)
                        .map(CpuTime::ticks)
                        .sum()
                / TICKS_PER_SECOND;
    }

    /** What the just-in-time compilers of a Java process have used; 0 for a process that is gone. */
    public static double compilerSecondsOf(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.filter(CpuTime::isCompiler).mapToLong(CpuTime::ticks).sum() / TICKS_PER_SECOND;
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static boolean isCompiler(Path thread) {
        try {
            return COMPILER.matcher(Files.readString(thread.resolve("comm"))).lookingAt();
        } catch (IOException gone) {
            return false;
        }
    }

    /** User and system time, of its own and of the children that it has buried. */
    private static long ticks(long pid) {
        return ticks(Path.of("/proc", Long.toString(pid)));
    }

    private static long ticks(Path processOrThread) {
        try {
            String stat = Files.readString(processOrThread.resolve("stat"));
            // The name in parentheses may hold spaces, so fields are counted after it.
            return SPACE.splitAsStream(stat.substring(stat.lastIndexOf(')') + 2))
                    .skip(USER_FIELD)
                    .limit(FIELDS)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
