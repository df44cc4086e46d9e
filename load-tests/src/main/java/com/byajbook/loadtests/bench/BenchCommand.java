package com.byajbook.loadtests.bench;

import com.byajbook.loadtests.bench.dayend.DayEndBenchCommand;
import com.byajbook.loadtests.bench.ledger.LedgerBenchCommand;
import com.byajbook.loadtests.bench.overload.OverloadBenchCommand;
import picocli.CommandLine.Command;

/** Groups the benchmarks. */
@Command(
        name = "bench",
        description = "Measures; prints a table and writes JSON.",
        mixinStandardHelpOptions = true,
        subcommands = {
            IntakeBenchCommand.class,
            LedgerBenchCommand.class,
            DayEndBenchCommand.class,
            OverloadBenchCommand.class
        })
public final class BenchCommand {}
