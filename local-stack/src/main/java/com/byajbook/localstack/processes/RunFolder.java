package com.byajbook.localstack.processes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The folder that remembers which processes of a stack we started, one small file each; a crash leaves at worst a stale file. */
public final class RunFolder {
    private static final String SUFFIX = ".process";

    private final Path folder;

    public RunFolder(Path folder) {
        this.folder = folder;
    }

    /** Written whole or not at all, so that a crash half-way leaves no record that cannot be read. */
    public void remember(ProcessRecord process) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, process.name(), ".draft");
            try (Writer writer = Files.newBufferedWriter(draft)) {
                process.toProperties().store(writer, null);
            }
            Files.move(
                    draft, file(process.name()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot record the process " + process.name() + " in " + folder, e);
        }
    }

    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The live process of that name; a stale record is as good as none. */
    public Optional<ProcessRecord> find(String name) {
        return read(file(name)).filter(ProcessRecord::isRunning);
    }

    public List<ProcessRecord> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .filter(ProcessRecord::isRunning)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    private static Optional<ProcessRecord> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(ProcessRecord.from(properties));
        } catch (IOException | IllegalArgumentException unreadable) {
            // A record nobody can read names no process that we could prove to be ours.
            return Optional.empty();
        }
    }
}
