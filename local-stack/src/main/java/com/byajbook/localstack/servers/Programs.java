package com.byajbook.localstack.servers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where programs of this machine are. */
public final class Programs {
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));
    /** Not on an ordinary user's PATH, but where Debian puts servers. */
    private static final String SYSTEM_FOLDERS = File.pathSeparator + "/usr/sbin" + File.pathSeparator + "/sbin";

    private Programs() {}

    /** The program of this name, on the PATH or where Debian puts servers. */
    public static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin") + SYSTEM_FOLDERS;
        return SEPARATOR
                .splitAsStream(path)
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Optional<Path> firstOf(Stream<Path> places) {
        return places.filter(Files::isExecutable).findFirst();
    }
}
