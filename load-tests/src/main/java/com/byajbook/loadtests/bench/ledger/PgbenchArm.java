package com.byajbook.loadtests.bench.ledger;

import com.byajbook.loadtests.bench.Arm;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.SqlDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * The same two balances changed by pgbench, one transaction at a time over many connections: no history, no ids, no rules
 * but that nobody has less than nothing.
 */
final class PgbenchArm implements Arm {
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int TIME_FIELD = 2;
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final String TABLE = """
            create table if not exists two_row (
                id            int    primary key,
                balance_paise bigint not null,
                moves         bigint not null default 0,
                check (balance_paise >= 0)
            ) with (fillfactor = 50)
            """;

    private final Path program;
    private final URI server;
    private final String databaseName;
    private final SqlDatabase database;
    private final Transfers.Kind kind;
    private final int wallets;
    private final int connections;
    private final Path folder;
    private long acknowledged;

    PgbenchArm(
            Path program,
            String serverUrl,
            String databaseName,
            Transfers.Kind kind,
            LedgerArm.Load load,
            Path folder) {
        this.program = program;
        this.server = URI.create(serverUrl);
        this.databaseName = databaseName;
        this.database = new SqlDatabase(serverUrl, databaseName);
        this.kind = kind;
        this.wallets = load.wallets();
        this.connections = CONNECTIONS;
        this.folder = folder.resolve("pgbench-" + kind.name());
        database.execute(TABLE);
        database.execute("insert into two_row (id, balance_paise) select i, 100000000000 from generate_series(0, "
                + wallets + ") as i on conflict do nothing");
    }

    static final int CONNECTIONS = 16;

    @Override
    public String name() {
        return "pgbench, " + kind.words();
    }

    @Override
    public Work run(Duration window) {
        try {
            Files.createDirectories(folder);
            forgetTimes();
            long done = done(output(window));
            acknowledged += done;
            return new Work(done, 0, window.toNanos() / 1e9, times());
        } catch (IOException e) {
            throw new UncheckedIOException("pgbench could not be used in " + folder, e);
        }
    }

    /** Ids and amounts as the ledger gets them. The hot account has number 0, which no wallet has. */
    private String script() {
        String from = kind == Transfers.Kind.HOT ? "\\set from 0\n" : "\\set from random(1, " + wallets / 2 + ")\n";
        return from
                + "\\set to random(" + (wallets / 2 + 1) + ", " + wallets + ")\n"
                + "\\set paise random(1, 100)\n"
                + "begin;\n"
                + "update two_row set balance_paise = balance_paise - :paise where id = :from;\n"
                + "update two_row set balance_paise = balance_paise + :paise, moves = moves + 1 where id = :to;\n"
                + "commit;\n";
    }

    private String output(Duration window) throws IOException {
        Path script = folder.resolve("transfer.sql");
        Files.writeString(script, script());
        ProcessBuilder builder = new ProcessBuilder(command(script, window))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        String[] credentials = server.getUserInfo().split(":", 2);
        builder.environment().put("PGUSER", credentials[0]);
        builder.environment().put("PGPASSWORD", credentials.length > 1 ? credentials[1] : "");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(window.plus(GRACE).toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new HarnessException("pgbench does not end. It said: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new HarnessException("interrupted", e);
        }
        return output;
    }

    private List<String> command(Path script, Duration window) {
        return new ArrayList<>(List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--host=" + server.getHost(),
                "--port=" + server.getPort(),
                "--client=" + connections,
                "--jobs=2",
                "--time=" + window.toSeconds(),
                "--log",
                "--sampling-rate=0.05",
                "--file=" + script,
                databaseName));
    }

    private static long done(String output) {
        Matcher done = DONE.matcher(output);
        if (!done.find()) {
            throw new HarnessException("pgbench did not say how much it did. It said: " + output);
        }
        return Long.parseLong(done.group(1));
    }

    private void forgetTimes() throws IOException {
        for (Path log : logs()) {
            Files.delete(log);
        }
    }

    private Histogram times() throws IOException {
        Histogram times = new Histogram(LONGEST_MICROS, 3);
        for (Path log : logs()) {
            try (Stream<String> lines = Files.lines(log)) {
                lines.map(line -> SPACE.split(line)[TIME_FIELD])
                        .mapToLong(Long::parseLong)
                        .forEach(micros -> times.recordValue(Math.min(LONGEST_MICROS, micros)));
            }
        }
        return times;
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("pgbench_log."))
                    .toList();
        }
    }

    @Override
    public void settle() {
        // Its work is over when it returns.
    }

    /** The client's time stands with the generator's. */
    @Override
    public double serviceCpuSeconds() {
        return 0;
    }

    @Override
    public long acknowledged() {
        return acknowledged;
    }

    @Override
    public long stored() {
        return database.count("select coalesce(sum(moves), 0)::bigint from two_row");
    }

    @Override
    public void close() {
        // Nothing is left open.
    }
}
