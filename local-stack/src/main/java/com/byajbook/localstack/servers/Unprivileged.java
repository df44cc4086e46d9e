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
    private static final int ROOT = 0;
    /** The kernel's overflow user, {@code nobody} on every Linux. */
    private static final int NOBODY = 65534;

    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private final List<String> prefix;

    private final int owner;

    private Unprivileged(List<String> prefix, int owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /**
     * Root enters a user namespace where it is nobody: files keep their owner and no folder has to be opened to others. Where the kernel or a
     * container forbids that, the command runs as {@code nobody}, which must be able to enter {@code folder}. Data that another user made is
     * served as that user.
     */
    static Unprivileged forDataIn(Path folder, Path cluster, Path log) throws IOException {
        int me = userOf(Path.of("/proc/self"));
        int owner = Files.exists(cluster) ? userOf(cluster) : me;
        if (me != ROOT) {
            requireOwn(cluster, owner, me);
            return new Unprivileged(List.of(), me);
        }
        if (owner != ROOT) {
            return new Unprivileged(as(owner), owner);
        }
        if (works(NAMESPACE, List.of("true"), log)) {
            return new Unprivileged(NAMESPACE, ROOT);
        }
        if (!Files.exists(cluster) && works(as(NOBODY), List.of("test", "-x", folder.toString()), log)) {
            return new Unprivileged(as(NOBODY), NOBODY);
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

    /** Gives a new folder to the user that the commands run as. */
    void own(Path folder) throws IOException {
        if (userOf(folder) != owner) {
            Files.setAttribute(folder, "unix:uid", owner);
        }
    }

    static boolean isRoot() {
        try {
            return userOf(Path.of("/proc/self")) == ROOT;
        } catch (IOException | UnsupportedOperationException notLinux) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static int userOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static List<String> as(int user) {
        return List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
    }

    private static void requireOwn(Path cluster, int owner, int me) {
        if (owner != me) {
            throw new LocalStackException("The data in " + cluster + " belongs to the user with id " + owner
                    + ". Run ./byajbook as that user, or remove the folder .local.");
        }
    }

    private static boolean works(List<String> prefix, List<String> command, Path log) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return new ShortCommand(all, Map.of(), log, Duration.ofSeconds(10)).run() == 0;
    }
}
