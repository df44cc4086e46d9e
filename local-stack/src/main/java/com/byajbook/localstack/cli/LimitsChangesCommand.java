package com.byajbook.localstack.cli;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Who changed what, when and why. */
@Command(name = "changes", description = "Shows the latest changes of limits, newest first: who, when, why.")
final class LimitsChangesCommand implements Callable<Integer> {

    private static final TextTable.Side LEFT = TextTable.Side.LEFT;
    private static final TextTable.Side RIGHT = TextTable.Side.RIGHT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ParentCommand
    private LimitsCommand limits = new LimitsCommand();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many, 1 to 500 (default: ${DEFAULT-VALUE}).")
    private int count;

    @Override
    public Integer call() {
        print(limits.open().changes(count), spec.commandLine().getOut());
        return 0;
    }

    static void print(OpsChanges changes, PrintWriter out) {
        TextTable table = new TextTable(List.of(LEFT, LEFT, LEFT, RIGHT, RIGHT, LEFT, LEFT));
        table.add("AT", "SERVICE", "LIMIT", "FROM", "TO", "BY", "REASON");
        for (OpsChanges.Entry change : changes.changes()) {
            table.add(
                    change.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                    change.service(),
                    change.limit(),
                    figure(change.from()),
                    figure(change.to()),
                    change.changedBy(),
                    change.reason()
                            + (change.expiresAt() == null
                                    ? ""
                                    : " (until " + change.expiresAt().truncatedTo(ChronoUnit.SECONDS) + ")"));
        }
        if (table.rows() > 1) {
            table.print(out);
        } else {
            out.println("No limit was ever changed.");
        }
        changes.unread().forEach(service -> out.println(service + " cannot be read; its changes are not shown."));
        out.flush();
    }

    private static String figure(@Nullable Long value) {
        return value == null ? "-" : value.toString();
    }
}
