package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.LocalStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs commands as somebody else than root, since PostgreSQL refuses root. */
final class Unprivileged {
    /** The kernel's overflow user, {@code nobody} on every Linux. */
    private static final int NOBODY = 65534;

    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> OTHER_USER =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /**
     * Root enters a user namespace where it is nobody: files keep their owner and no folder has to be opened to others. Where the kernel or a
     * container forbids that, the command runs as {@code nobody}, which must be able to enter {@code folder}.
     */
    static Unprivileged forDataIn(Path folder, Path log) {
        if (!isRoot()) {
            return new Unprivileged(List.of());
        }
        if (works(NAMESPACE, List.of("true"), log)) {
            return new Unprivileged(NAMESPACE);
        }
        if (works(OTHER_USER, List.of("test", "-x", folder.toString()), log)) {
            return new Unprivileged(OTHER_USER);
        }
        throw new LocalStackException(
                "PostgreSQL does not run as root, and this machine lets root neither enter a user namespace (unshare -U)"
                        + " nor work as another user in " + folder
                        + ". Run ./byajbook as an ordinary user, or move the project to"
                        + " a folder that others may enter, such as /srv.");
    }

    List<String> run(List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    void own(Path folder) throws IOException {
        if (prefix.equals(OTHER_USER)) {
            Files.setAttribute(folder, "unix:uid", NOBODY);
        }
    }

    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException notLinux) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean works(List<String> prefix, List<String> command, Path log) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return new ShortCommand(all, Map.of(), log, Duration.ofSeconds(10)).run() == 0;
    }
}
