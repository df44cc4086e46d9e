package com.byajbook.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commands =
            ByajBookCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

    @Test
    void offers_exactly_the_documented_commands() {
        assertThat(commands.getSubcommands().entrySet().stream()
                        .filter(command -> !command.getValue()
                                .getCommandSpec()
                                .usageMessage()
                                .hidden())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(Set.of(
                        "up",
                        "down",
                        "status",
                        "test",
                        "logs",
                        "tokens",
                        "limits",
                        "decisions",
                        "replay",
                        "doctor",
                        "demo",
                        "load",
                        "bench",
                        "help"));
        assertThat(new CommandLine(new BenchCommand()).getSubcommands()).containsOnlyKeys("intake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000001"})
    void refuses_a_nonsensical_number_of_tokens(String count) {
        assertThat(commands.execute("tokens", "--", count)).isEqualTo(1);
        assertThat(err.toString()).contains("N must be from 1 to 1000000");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "", "1.5"})
    void refuses_what_is_no_number_of_tokens(String count) {
        assertThat(commands.execute("tokens", count)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refuses_an_unknown_role() {
        assertThat(commands.execute("tokens", "1", "--role", "auditor")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("auditor");
    }

    @Test
    void reads_roles_as_people_write_them() {
        CommandLine.ParseResult parsed = commands.parseArgs("tokens", "10", "--role", "lender");

        Role role = parsed.subcommand().matchedOptionValue("--role", Role.BORROWER);
        assertThat(role).isEqualTo(Role.LENDER);
    }

    @Test
    void refuses_an_unknown_command() {
        assertThat(commands.execute("upp")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("upp");
    }

    @Test
    void asks_for_a_running_platform_unless_the_load_test_brings_its_own() {
        assertThat(LoadCommand.needsRunning(List.of("diwali", "--seconds", "20")))
                .isTrue();
        assertThat(LoadCommand.needsRunning(List.of("diwali", "--both"))).isFalse();
        assertThat(LoadCommand.needsRunning(List.of("diwali", "--arm=unprotected")))
                .isFalse();
        assertThat(LoadCommand.needsRunning(List.of("diwali", "--url", "http://127.0.0.1:8080")))
                .isFalse();
        assertThat(LoadCommand.needsRunning(List.of())).isFalse();
        assertThat(LoadCommand.needsRunning(List.of("--help"))).isFalse();
    }
}
