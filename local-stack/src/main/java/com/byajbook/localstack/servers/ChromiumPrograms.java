package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.LocalStackException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A browser for tests and what drives it, of one version.
 *
 * @param browser Chromium
 * @param driver  its WebDriver server
 */
public record ChromiumPrograms(Path browser, Path driver) {
    private static final String[] PACKAGES = {"chromium", "chromium-driver"};

    /** The machine's own, else Debian's packages; fails with the one command that mends it where we may not install. */
    public static ChromiumPrograms findOrInstall(StackHome home, Consumer<String> announce) {
        if (find().isEmpty()) {
            home.exclusively("chromium", () -> install(home, announce));
        }
        return find().orElseThrow(
                        () -> new LocalStackException("Debian's packages brought no chromium or no chromedriver."));
    }

    private static Optional<ChromiumPrograms> find() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(Programs::find)
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(browser -> Programs.find("chromedriver").map(driver -> new ChromiumPrograms(browser, driver)));
    }

    private static void install(StackHome home, Consumer<String> announce) {
        if (find().isPresent()) {
            return;
        }
        if (!DebianPackages.exist()) {
            throw new LocalStackException(
                    "The tests of the console need Chromium and chromedriver. Install both with this machine's package manager.");
        }
        if (!Unprivileged.isRoot()) {
            throw new LocalStackException(
                    "The tests of the console need Chromium and chromedriver, and only root may install packages."
                            + " Install them once with:\n    " + DebianPackages.commandFor(PACKAGES));
        }
        Path log = home.logs().resolve("chromium-install.log");
        announce.accept("Installing chromium and chromium-driver from Debian's packages (log: " + log + ")");
        new DebianPackages(log).install(PACKAGES);
    }
}
