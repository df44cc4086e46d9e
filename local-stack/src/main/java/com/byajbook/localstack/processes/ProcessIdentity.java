package com.byajbook.localstack.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tells a process from a later one with the same pid: the kernel's start tick and the boot it counts from.
 *
 * <p>{@link ProcessHandle.Info#startInstant()} is not exact enough: it is computed from the wall clock's boot time, which moves when the
 * clock is corrected.
 */
final class ProcessIdentity {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final int STATE_FIELD = 0;
    private static final int START_TICK_FIELD = 19;

    private ProcessIdentity() {}

    /** Empty when no such process runs; a zombie counts as ended, since nobody may be there to reap it in a container. */
    static Optional<String> of(long pid) {
        if (!Files.exists(BOOT_ID)) {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(handle -> handle.info().startInstant())
                    .map(Object::toString);
        }
        try {
            // The name in parentheses may hold spaces, so fields are counted after it.
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            List<String> fields = SPACE.splitAsStream(stat.substring(stat.lastIndexOf(')') + 2))
                    .toList();
            if ("Z".equals(fields.get(STATE_FIELD)) || "X".equals(fields.get(STATE_FIELD))) {
                return Optional.empty();
            }
            return Optional.of(Files.readString(BOOT_ID).strip() + ":" + fields.get(START_TICK_FIELD));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
