package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The reports that Surefire and Failsafe left below the modules' target folders. */
final class TestReports {
    /** What Netty writes when a buffer was never released. */
    /** One leak is the driver's own: a row that is on its way when its query is cancelled (pgjdbc/r2dbc-postgresql issue 580). */
    private static final String DRIVERS = "DataRow\\.release\\(\\)";

    private static final Pattern LEAK = Pattern.compile("LEAK:(?! " + DRIVERS + ")");
    private static final Pattern DRIVERS_LEAK = Pattern.compile("LEAK: " + DRIVERS);

    private static final List<String> FOLDERS = List.of("surefire-reports", "failsafe-reports");

    /** How a line of a stack trace begins. */
    private static final String STACK = "\tat ";

    private static final Pattern FAILED_TEST = Pattern.compile("(\\S.*) -- Time elapsed: .* <<< (?:FAILURE|ERROR)!");

    private final Path root;

    TestReports(Path root) {
        this.root = root;
    }

    /** Reports of an earlier run must not be counted as of this one. */
    void remove() {
        for (Path file : files()) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    TestCounts count() {
        return xmlReports().map(TestReports::read).reduce(TestCounts.NONE, TestCounts::plus);
    }

    private Stream<Path> xmlReports() {
        return files().stream()
                .filter(file -> file.getFileName().toString().startsWith("TEST-")
                        && file.toString().endsWith(".xml"));
    }

    /** Each test that failed and the line that says why; from the text reports, which any output leaves readable. */
    List<String> failures() {
        return files().stream()
                .filter(file ->
                        file.toString().endsWith(".txt") && !file.toString().endsWith("-output.txt"))
                .flatMap(file -> failuresIn(file).stream())
                .toList();
    }

    /** Report files in which a leak was reported. */
    List<Path> leaks() {
        return mentioning(LEAK);
    }

    /** The reports in which the database driver's known leak was reported; it needs a newer driver and nothing of ours. */
    List<Path> driversLeaks() {
        return mentioning(DRIVERS_LEAK);
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path module : modules) {
                for (String folder : FOLDERS) {
                    files.addAll(filesIn(module.resolve("target").resolve(folder)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    /** Only the head is read: what tests print further down need not be well-formed XML. */
    private static TestCounts read(Path report) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            return TestCounts.of(
                    number(xml, "tests"), number(xml, "failures") + number(xml, "errors"), number(xml, "skipped"));
        } catch (IOException | XMLStreamException e) {
            throw new LocalStackException("Cannot read the test report " + report + ": " + e.getMessage(), e);
        }
    }

    private static List<String> failuresIn(Path report) {
        try (Stream<String> lines = Files.lines(report, StandardCharsets.ISO_8859_1)) {
            List<String> found = new ArrayList<>();
            StringBuilder failure = new StringBuilder();
            lines.forEach(line -> {
                Matcher test = FAILED_TEST.matcher(line);
                if (test.matches()) {
                    end(failure, found);
                    failure.append(test.group(1)).append(':');
                } else if (line.startsWith(STACK)) {
                    end(failure, found);
                } else if (!failure.isEmpty() && !line.isBlank()) {
                    failure.append(' ').append(line.strip());
                }
            });
            end(failure, found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(StringBuilder failure, List<String> found) {
        if (!failure.isEmpty()) {
            found.add(failure.toString());
            failure.setLength(0);
        }
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }

    private List<Path> mentioning(Pattern what) {
        return files().stream().filter(file -> mentions(file, what)).toList();
    }

    private static boolean mentions(Path file, Pattern what) {
        try {
            return what.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
