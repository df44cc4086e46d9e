package com.byajbook.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.localstack.processes.LocalStackException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code ./byajbook limits}, as people use it. */
class LimitsTest {

    private static final Clock CLOCK = Clock.fixed(ScriptedOpsPort.NOW, ZoneOffset.UTC);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final PrintWriter writer = new PrintWriter(out, true);

    @Test
    void lists_limits_in_aligned_columns_and_says_whose_are_missing() {
        new LimitsTable(ScriptedOpsPort.all().services(), CLOCK).print(writer);

        assertThat(out.toString().lines())
                .containsExactly(
                        "SERVICE  LIMIT                    VALUE  UNIT   INITIAL  BOUNDS     VERSION  EXPIRES",
                        "api      gate.intake.target.high     50  ms           8  1 to 1000        3  in 9m 42s, then 8",
                        "api      gate.intake.width            8  items        8  1 to 1000        0  -",
                        "loan-engine is not shown: loan-engine is not available at the moment; retry shortly.");
    }

    @Test
    void shows_all_that_is_known_of_one() {
        new LimitPage("api", ScriptedOpsPort.TARGET, CLOCK).print(writer);

        assertThat(out.toString())
                .contains("api gate.intake.target.high", "Batches at once.", "50 ms", "8 ms, as configured")
                .contains("by asha at 2026-11-08T12:00:00Z", "Diwali", "in 9m 42s, then 8");
    }

    @Test
    void shows_who_changed_what_when_and_why() {
        LimitsChangesCommand.print(new ScriptedOpsPort(2, 2).changes(2), writer);

        assertThat(out.toString().lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line)
                        .matches("2026-11-08T12:00:00Z  api +gate.intake.width +8 +12  asha +Diwali .until .*"))
                .contains("loan-engine cannot be read; its changes are not shown.");
    }

    @Test
    void sets_a_value_at_the_version_that_it_read_itself() {
        ScriptedOpsPort ops = new ScriptedOpsPort(2, 2);

        assertThat(set(ops, "api", "gate.intake.width", "12", "--reason", "Diwali"))
                .isZero();

        assertThat(ops.orders()).containsExactly(new LimitOrder(12L, 0, "Diwali", null));
        assertThat(out.toString().lines())
                .containsExactly("api gate.intake.width: 8 -> 12 items (version 1)", "Applied by 2 of 2 replicas.");
    }

    @Test
    void sets_a_value_for_a_while_and_says_when_it_reverts_and_to_what() {
        ScriptedOpsPort ops = new ScriptedOpsPort(2, 2);

        assertThat(set(ops, "api", "gate.intake.width", "12", "--reason", "Diwali", "--ttl", "10m"))
                .isZero();

        assertThat(ops.orders()).containsExactly(new LimitOrder(12L, 0, "Diwali", Duration.ofMinutes(10)));
        assertThat(ops.orders().get(0).body())
                .isEqualTo(Map.of("value", 12L, "version", 0L, "reason", "Diwali", "ttlSeconds", 600L));
        assertThat(out.toString()).contains("Reverts to 8 items at 2026-11-08T12:10:00Z");
    }

    @Test
    void gives_a_limit_back_to_the_configuration() {
        ScriptedOpsPort ops = new ScriptedOpsPort(2, 2);

        assertThat(set(ops, "api", "gate.intake.width", "initial", "--reason", "over"))
                .isZero();

        assertThat(ops.orders().get(0).body()).isEqualTo(Map.of("reset", true, "version", 0L, "reason", "over"));
    }

    @Test
    void tells_of_replicas_that_lag_by_its_exit_code() {
        assertThat(set(new ScriptedOpsPort(1, 2), "api", "gate.intake.width", "12", "--reason", "Diwali"))
                .isEqualTo(4);
        assertThat(out.toString()).contains("Applied by 1 of 2 replicas; the others follow within seconds.");
    }

    @ParameterizedTest
    @CsvSource({
        "gate.intake.widht, Did you mean gate.intake.width",
        "intake.width, Did you mean gate.intake.width",
        "target.high, Did you mean gate.intake.target.high",
        "nothing-like-it, ./byajbook limits list shows all of them"
    })
    void tells_who_mistyped_a_limit_what_is_alike(String name, String words) {
        assertThatThrownBy(() -> ScriptedOpsPort.all().get("api", name))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("api has no limit called " + name)
                .hasMessageContaining(words);
    }

    @Test
    void tells_who_mistyped_a_service_what_is_alike() {
        assertThatThrownBy(() -> ScriptedOpsPort.all().get("loan-engin", "gate.intake.width"))
                .hasMessage("There is no service loan-engin. Did you mean loan-engine?");
        assertThatThrownBy(() -> ScriptedOpsPort.all().get("loan-engine", "gate.intake.width"))
                .hasMessageContaining("The limits of loan-engine cannot be read: loan-engine is not available");
    }

    @ParameterizedTest
    @CsvSource({"50, 50", "50ms, 50", "2s, 2000", "0, 0"})
    void reads_a_value_with_its_unit_or_without(String text, long value) {
        assertThat(LimitValue.parse(text, ScriptedOpsPort.TARGET)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "1.5", "50%", "1m", "12345678901234567890", "ms"})
    void refuses_what_is_no_value_for_the_unit(String text) {
        assertThatThrownBy(() -> LimitValue.parse(text, ScriptedOpsPort.TARGET))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("whole number of ms");
        assertThatThrownBy(() -> LimitValue.parse("50ms", ScriptedOpsPort.WIDTH))
                .hasMessageContaining("whole number of items");
    }

    @ParameterizedTest
    @CsvSource({"30s, 30", "10m, 600", "2h, 7200", "1d, 86400"})
    void reads_a_duration_as_people_write_it(String text, long seconds) {
        assertThat(new Ttl().convert(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "m", "0s", "-1m", "1.5h", "10 m", "PT10M"})
    void refuses_what_is_no_duration(String text) {
        assertThatThrownBy(() -> new Ttl().convert(text)).hasMessageContaining("10m");
    }

    @ParameterizedTest
    @CsvSource({"45, 45s", "582, 9m 42s", "7500, 2h 5m", "183600, 2d 3h"})
    void says_how_long_it_is_until_then(long seconds, String words) {
        Instant now = ScriptedOpsPort.NOW;

        assertThat(Ttl.words(now, now.plusSeconds(seconds))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "'', abc, 3", "abc, abc, 0", "abc, '', 3"})
    void counts_the_letters_that_differ(String a, String b, int distance) {
        assertThat(Similar.distance(a, b)).isEqualTo(distance);
    }

    @Test
    void a_change_without_a_reason_is_not_even_sent() {
        assertThat(commands().execute("limits", "set", "api", "gate.intake.width", "12"))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("--reason");
    }

    @Test
    void says_where_it_looked_when_nothing_answers() {
        for (List<String> arguments : List.of(List.of("limits"), List.of("limits", "list"))) {
            List<String> all = new ArrayList<>(arguments);
            all.addAll(List.of("--url", "http://127.0.0.1:1", "--token", "x"));

            assertThat(commands().execute(all.toArray(String[]::new))).isEqualTo(1);
            assertThat(err.toString()).contains("The api does not answer at http://127.0.0.1:1", "./byajbook up");
        }
    }

    @Test
    void says_which_token_is_needed_when_this_one_is_refused() {
        assertThat(new OpsRefusal(403, "This caller may not do this.").explanation())
                .contains("role ops", "BYAJBOOK_OPS_TOKEN");
        assertThat(new OpsRefusal(422, "must lie between 1 and 64").explanation())
                .isEqualTo("must lie between 1 and 64");
    }

    private int set(OpsPort ops, String... arguments) {
        LimitsSetCommand command = new LimitsSetCommand();
        CommandLine.ParseResult parsed = new CommandLine(command).parseArgs(arguments);
        assertThat(parsed.errors()).isEmpty();
        return command.change(ops, writer);
    }

    private CommandLine commands() {
        return ByajBookCommand.commandLine().setOut(writer).setErr(new PrintWriter(err, true));
    }
}
