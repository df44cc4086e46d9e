package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.DetachedProcess;
import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.processes.ProcessRecord;
import com.byajbook.localstack.processes.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL on a private port. Commits are really durable: fsync stays on, for tests of crashes and for honest numbers. */
final class PostgresServer extends OwnServer {
    private static final String MAJOR_VERSION = "18";
    private static final String USER = "byajbook";
    private static final Duration INIT_LIMIT = Duration.ofMinutes(2);
    /** For two cores, four services and a crowd of tests. */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            // Socket files have a length limit that a deep project folder would break.
            "unix_socket_directories", "",
            "max_connections", "200",
            "shared_buffers", "256MB",
            "max_wal_size", "1GB",
            "jit", "off",
            "log_timezone", "UTC",
            "timezone", "UTC");

    PostgresServer(StackHome home, PortChoice port) {
        super("postgres", ServerSettings.POSTGRES, home, port, Signal.INT);
    }

    @Override
    String urlOn(int port) {
        return "postgresql://" + USER + ":" + USER + "@127.0.0.1:" + port;
    }

    @Override
    boolean answers() {
        return new Databases(url()).answers();
    }

    @Override
    ProcessRecord launch(int onPort) {
        try {
            Path folder = home.data(name());
            Path data = folder.resolve("cluster");
            Files.createDirectories(folder);
            Path bin = PostgresBinaries.unpackedBy(new BundledBinaries(home)).resolve("bin");
            Unprivileged user = Unprivileged.forDataIn(folder, data, log("init"));
            if (!Files.exists(data)) {
                initialise(bin, data, user);
            }
            requireSameMajor(data);
            // Left by a crash; our record says that the process is gone, but its pid may belong to another by now.
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            return new DetachedProcess(name(), user.run(command(bin, data, onPort)), Map.of(), folder, log("server"))
                    .start(onPort, urlOn(onPort));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare PostgreSQL's data folder", e);
        }
    }

    private List<String> command(Path bin, Path data, int onPort) {
        List<String> command = new ArrayList<>(
                List.of(bin.resolve("postgres").toString(), "-D", data.toString(), "-p", Integer.toString(onPort)));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** Made under another name first, so that a crash on the way leaves no half cluster that looks whole. */
    private void initialise(Path bin, Path data, Unprivileged user) throws IOException {
        Path draft = data.resolveSibling("initialising");
        FilePermissions.deleteTree(draft);
        Files.createDirectories(draft);
        FilePermissions.ownerOnly(draft);
        Path password = Files.writeString(data.resolveSibling("password"), USER);
        user.own(draft);
        List<String> initdb = List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + draft,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The same order of text on every machine, whatever locales it has.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        new ShortCommand(user.run(initdb), Map.of(), log("init"), INIT_LIMIT)
                .runOrFail("Creating PostgreSQL's data folder");
        Files.delete(password);
        Files.move(draft, data);
    }

    private void requireSameMajor(Path data) throws IOException {
        String found = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!found.equals(MAJOR_VERSION)) {
            throw new LocalStackException("The data in " + data + " is of PostgreSQL " + found + ", this is "
                    + MAJOR_VERSION + ". Begin anew with ./byajbook up --fresh.");
        }
    }

    private Path log(String part) {
        return home.logs().resolve("server".equals(part) ? "postgres.log" : "postgres-" + part + ".log");
    }
}
