package com.byajbook.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void adds_up_the_modules_and_counts_errors_as_failed_and_skipped_as_neither() throws IOException {
        report("api", "surefire-reports", "<testsuite tests=\"5\" failures=\"1\" errors=\"1\" skipped=\"1\"/>");
        report("loan-engine", "failsafe-reports", "<testsuite tests=\"7\" failures=\"0\" errors=\"0\" skipped=\"0\"/>");

        TestCounts counts = new TestReports(root).count();

        assertThat(counts).isEqualTo(new TestCounts(9, 2, 1));
        assertThat(counts.line()).isEqualTo("9 passed, 2 failed, 1 skipped");
    }

    @Test
    void counts_a_report_whose_output_is_no_well_formed_xml() throws IOException {
        report(
                "api",
                "surefire-reports",
                "<?xml version=\"1.0\"?><testsuite tests=\"2\"><system-out>\u0000<</testsuite>");

        assertThat(new TestReports(root).count().passed()).isEqualTo(2);
    }

    @Test
    void names_each_failed_test_with_its_reason() throws IOException {
        report("api", "failsafe-reports", "<testsuite tests=\"2\" failures=\"1\" errors=\"1\"/>");
        Files.writeString(root.resolve("api/target/failsafe-reports/LiveIT.txt"), """
                Tests run: 2, Failures: 1, Errors: 1, Skipped: 0, Time elapsed: 1.5 s <<< FAILURE! -- in LiveIT
                LiveIT.listens -- Time elapsed: 0.1 s <<< FAILURE!
                java.lang.AssertionError:\s

                expected
                  3
                \tat LiveIT.listens(LiveIT.java:7)
                LiveIT.leaves -- Time elapsed: 0.1 s <<< ERROR!
                java.io.IOException: closed
                """);

        assertThat(new TestReports(root).failures())
                .containsExactly(
                        "LiveIT.listens: java.lang.AssertionError: expected 3",
                        "LiveIT.leaves: java.io.IOException: closed");
    }

    @Test
    void names_the_reports_in_which_a_leak_was_reported() throws IOException {
        report("api", "surefire-reports", "<testsuite tests=\"1\">LEAK</testsuite>");
        // Put together so that the word is not in the output of this test.
        Path leaking = report("api", "failsafe-reports", "<testsuite tests=\"1\">ERROR " + "LEAK" + ": x</testsuite>");

        assertThat(new TestReports(root).leaks()).containsExactly(leaking);
    }

    @Test
    void tells_the_leak_that_is_the_drivers_own_from_every_other() throws IOException {
        String leak = "<testsuite tests=\"1\">ERROR " + "LEAK" + ": %s was not called</testsuite>";
        Path drivers = report("platform", "failsafe-reports", String.format(leak, "DataRow.release()"));
        Path ours = report("api", "failsafe-reports", String.format(leak, "ByteBuf.release()"));

        assertThat(new TestReports(root).driversLeaks()).containsExactly(drivers);
        assertThat(new TestReports(root).leaks()).containsExactly(ours);
    }

    @Test
    void removes_what_an_earlier_run_left() throws IOException {
        report("api", "surefire-reports", "<testsuite tests=\"3\"/>");

        new TestReports(root).remove();

        assertThat(new TestReports(root).count()).isEqualTo(TestCounts.NONE);
    }

    private Path report(String module, String folder, String text) throws IOException {
        Path reports =
                Files.createDirectories(root.resolve(module).resolve("target").resolve(folder));
        return Files.writeString(reports.resolve("TEST-" + module + ".xml"), text);
    }
}
