package com.byajbook.loadtests.bench.ledger;

import com.byajbook.loadtests.bench.Arm;
import com.byajbook.loadtests.bench.ArmReport;
import com.byajbook.loadtests.bench.ArmSummary;
import com.byajbook.loadtests.bench.BenchStack;
import com.byajbook.loadtests.bench.Rounds;
import com.byajbook.loadtests.bench.Sample;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.SingleService;
import com.byajbook.loadtests.harness.SqlDatabase;
import com.byajbook.localstack.servers.Programs;
import com.byajbook.localstack.servers.StackHome;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench ledger}: transfers a second, uniform and with one hot account, beside pgbench. */
@Command(
        name = "ledger",
        description = {
            "Transfers per second that the double-entry ledger books in batches, over many wallets and with one hot",
            "account, beside pgbench changing the same two balances one transaction at a time; the arms alternate in",
            "one run on one PostgreSQL of its own."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class LedgerBenchCommand implements Callable<Integer> {
    private static final String TOKEN = "a-token-of-the-benchmark";
    private static final long ENDOWMENT_PAISE = 1_000_000_000L;
    private static final int ENDOWED_AT_ONCE = 500;
    private static final String MISSING =
            "There is no pgbench on this machine, and it is what the ledger is compared with."
                    + " Install it, for example: apt-get install -y postgresql-contrib";

    @Option(names = "--rounds", description = "Windows of each arm.")
    private int rounds = 5;

    @Option(names = "--seconds", description = "Length of a window.")
    private int seconds = 8;

    @Option(names = "--warm-up", description = "The most seconds of warm-up for each arm.")
    private int warmUp = 60;

    @Option(names = "--wallets", description = "Accounts that transfers go to.")
    private int wallets = 100_000;

    @Option(names = "--batch", description = "Transfers of one transaction of the ledger.")
    private int batch = 200;

    @Option(names = "--lanes", description = "Batches at once.")
    private int lanes = 4;

    @Option(names = "--profile", description = "Writes a flight recording of the service to target/bench.")
    private boolean profile;

    @Override
    public Integer call() {
        PrintStream out = System.out;
        Path pgbench = Programs.find("pgbench").orElseThrow(() -> new HarnessException(MISSING));
        Path folder =
                StackHome.findRoot().resolve("load-tests").resolve("target").resolve("bench");
        out.println("Starting a PostgreSQL, RabbitMQ and Redis for the benchmark alone");
        try (BenchStack stack = BenchStack.start()) {
            String name = stack.freshDatabase("bench_ledger");
            out.println("Starting payment-flow");
            try (SingleService service = start(stack, name, folder)) {
                measure(stack, name, service, pgbench, folder, out);
            }
        }
        return 0;
    }

    private void measure(
            BenchStack stack, String name, SingleService service, Path pgbench, Path folder, PrintStream out) {
        SqlDatabase database = stack.database(name);
        LedgerClient client = new LedgerClient(service.address(), TOKEN);
        endow(client, out);
        LedgerArm.Load load = new LedgerArm.Load(wallets, batch, lanes);
        String twoRows = stack.freshDatabase("bench_two_rows");
        String hotRows = stack.freshDatabase("bench_hot_row");
        List<Arm> arms = List.of(
                new LedgerArm(service, client, database, Transfers.Kind.UNIFORM, load),
                new PgbenchArm(pgbench, stack.postgresUrl(), twoRows, Transfers.Kind.UNIFORM, load, folder),
                new LedgerArm(service, client, database, Transfers.Kind.HOT, load),
                new PgbenchArm(pgbench, stack.postgresUrl(), hotRows, Transfers.Kind.HOT, load, folder));
        try {
            Map<Arm, List<Sample>> samples = new Rounds(stack, "payment-flow", arms, out)
                    .run(Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), rounds);
            verifyBooks(database, out);
            report(samples, folder, out);
        } finally {
            arms.forEach(Arm::close);
        }
    }

    private SingleService start(BenchStack stack, String database, Path folder) {
        Path log = folder.resolve("ledger.log");
        List<String> jvm = profile
                ? List.of(
                        "-Xmx512m",
                        "-Xms512m",
                        "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                                + folder.resolve("ledger.jfr"))
                : List.of("-Xmx512m", "-Xms512m");
        return SingleService.start(
                Service.PAYMENT_FLOW,
                new SingleService.Settings(
                        stack.postgresUrl(),
                        database,
                        stack.rabbitUrl(),
                        database + ".",
                        stack.redisUrl(),
                        "local,load-test",
                        jvm,
                        Map.of("byajbook.internal-token", TOKEN),
                        log));
    }

    private void endow(LedgerClient client, PrintStream out) {
        out.println("Giving " + wallets + " wallets something to move");
        Transfers transfers = new Transfers(Transfers.Kind.HOT, wallets);
        for (int from = 0; from < wallets; from += ENDOWED_AT_ONCE) {
            int some = Math.min(ENDOWED_AT_ONCE, wallets - from);
            long booked = client.book(transfers.endowment(from, some, ENDOWMENT_PAISE));
            if (booked != some) {
                throw new HarnessException("Of " + some + " first deposits " + booked + " were booked");
            }
        }
    }

    /** What the ledger promises must hold after the last window as before the first. */
    private static void verifyBooks(SqlDatabase database, PrintStream out) {
        long sum = database.count("select coalesce(sum(balance_paise), 0)::bigint from ledger_account");
        long wrong = database.count(
                "select count(*) from ledger_account as a where balance_paise <>"
                        + " (select coalesce(sum(amount_paise), 0) from ledger_posting as p where p.account_id = a.account_id)");
        if (sum != 0 || wrong != 0) {
            throw new HarnessException("The books are not in order: all balances together are " + sum + " paise, and "
                    + wrong + " accounts are not the sum of their postings");
        }
        out.println("Verified: all balances together are 0, and each is the sum of its postings");
    }

    private void report(Map<Arm, List<Sample>> samples, Path folder, PrintStream out) {
        List<ArmSummary> arms = samples.entrySet().stream()
                .map(entry -> ArmSummary.of(entry.getKey().name(), entry.getValue()))
                .toList();
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put(
                "ledger / pgbench, uniform",
                arms.get(0).perSecond() / arms.get(1).perSecond());
        ratios.put(
                "ledger / pgbench, one hot account",
                arms.get(2).perSecond() / arms.get(3).perSecond());
        ratios.put(
                "ledger, one hot account / uniform",
                arms.get(2).perSecond() / arms.get(0).perSecond());
        ratios.put(
                "pgbench / ledger, PostgreSQL CPU per 1,000, uniform",
                arms.get(1).postgresCpu() / arms.get(0).postgresCpu());
        ArmReport report = new ArmReport("payment-flow", conditions(), arms, ratios);
        report.print(out);
        Path file = folder.resolve("ledger.json");
        report.write(file);
        out.println("Written to " + file);
    }

    private Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("processors", Runtime.getRuntime().availableProcessors());
        conditions.put("java", Runtime.version().toString());
        conditions.put(
                "ledger",
                lanes + " batches of " + batch + " transfers at once, through HTTP and JSON; each"
                        + " transfer a transaction with two postings, an id and a fingerprint; the times are those of batches");
        conditions.put(
                "pgbench",
                PgbenchArm.CONNECTIONS + " connections, prepared, two updates and a commit;"
                        + " its client's CPU is in 'gen. CPU'");
        conditions.put("accounts", wallets + " wallets, and one escrow where one is hot");
        conditions.put("windows", rounds + " of " + seconds + " s an arm, alternating, after a warm-up; fsync on");
        return conditions;
    }
}
