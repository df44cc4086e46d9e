package com.byajbook.paymentflow.stories;

import static com.byajbook.paymentflow.stories.ScriptedFiles.HEADER;
import static com.byajbook.paymentflow.stories.ScriptedFiles.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A file is believed as a whole or not at all, and asked for again until it is whole. */
class BrokenSettlementFileIT {

    private static final int LINES = 40;
    private static final int LARGEST = 8_192;

    private ScriptedFiles files;
    private RunningService service;
    private SettlementDesk desk;
    private StoredLedger tables;
    private LocalDate day;
    private String whole;

    @BeforeEach
    void start() {
        files = new ScriptedFiles();
        service = RunningService.start(Map.of(
                "byajbook.remote.upi-settlements.url",
                files.url(),
                "byajbook.settlement.batch",
                7,
                "byajbook.settlement.largest-file",
                LARGEST + "B"));
        desk = new SettlementDesk(service);
        tables = new StoredLedger(service);
        day = desk.days().get(1);
        whole = HEADER
                + IntStream.range(0, LINES)
                        .mapToObj(i -> line(day, "stray-" + i, 100 + i, "U" + i))
                        .collect(Collectors.joining());
    }

    @AfterEach
    void stop() {
        service.close();
        files.close();
    }

    @Test
    void a_file_whose_connection_is_cut_is_not_believed_until_it_comes_whole() {
        String half = whole.substring(0, whole.indexOf("stray-20"));
        files.cutOff(day, half, whole.length());

        desk.reconcile();

        assertUnusable("");
        assertThat(tables.number("select count(*) from settlement_line")).isLessThan(LINES);

        files.whole(day, whole);
        later();

        assertThat(run().get("state").asString()).isEqualTo("FINISHED");
        assertThat(run().get("problem").isNull()).isTrue();
        assertThat(run().get("missingHere").asLong()).isEqualTo(LINES);
        assertThat(run().get("file").get("lines").asInt()).isEqualTo(LINES);
        assertThat(run().get("file").get("sha256").asString()).hasSize(64);
        assertThat(tables.number("select count(*) from settlement_line")).isEqualTo(LINES);
    }

    @Test
    void a_file_that_ends_within_a_line_or_says_two_things_or_is_too_large_or_is_not_there_is_refused() {
        files.whole(day, whole.substring(0, whole.length() - 1));
        desk.reconcile();
        assertUnusable("cut off in line " + LINES);

        files.whole(day, whole + line(day, "stray-3", 1, "U3"));
        later();
        assertUnusable("lines 4 and " + (LINES + 1) + " say different things");

        files.whole(day, whole + whole.substring(HEADER.length()).repeat(4));
        later();
        assertUnusable("more than " + LARGEST + " bytes");

        files.refuse(day, 503);
        later();
        assertUnusable("no file came");

        files.whole(day, "<html>an error page that says 200</html>\n");
        later();
        assertUnusable("does not begin with");
    }

    @Test
    void a_movement_that_is_named_twice_in_the_same_words_is_one() {
        files.whole(day, whole + line(day, "stray-3", 103, "U3") + line(day, "stray-3", 103, "U3again"));

        desk.reconcile();

        assertThat(run().get("file").get("lines").asInt()).isEqualTo(LINES + 2);
        assertThat(run().get("missingHere").asLong()).isEqualTo(LINES + 1);
    }

    @Test
    void the_worker_reconciles_by_itself_what_is_due() {
        try (RunningService working = RunningService.start(
                Map.of("byajbook.settlement.enabled", true, "byajbook.settlement.every", "200ms"))) {
            StoredLedger runs = new StoredLedger(working);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> runs.number("select count(*) from settlement_run where state = 'FINISHED'") == 14);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> working.meters()
                                    .get("byajbook.settlement.age")
                                    .tag("provider", "upi-b")
                                    .gauge()
                                    .value()
                            >= 0);
        }
    }

    /** After the pause in which a file that could not be used is left alone. */
    private void later() {
        tables.execute("update settlement_run set due_at = now() where due_at is not null");
        desk.reconcile();
    }

    private void assertUnusable(String problem) {
        assertThat(run().get("state").asString()).isEqualTo("DUE");
        assertThat(run().get("problem").asString()).contains(problem);
        assertThat(run().get("file").isNull()).isTrue();
        assertThat(tables.number("select count(*) from settlement_difference")).isZero();
    }

    private JsonNode run() {
        return desk.get("/upi/" + day).body().get("run");
    }
}
