package com.byajbook.api.ops;

import com.byajbook.localstack.servers.ChromiumPrograms;
import com.byajbook.localstack.testing.TestBrowser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Headless Chromium with one tab, as a person uses it: looks, types, waits. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open() {
        ChromiumPrograms programs = TestBrowser.programs();
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(programs.driver().toFile())
                .usingAnyFreePort()
                .build();
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(programs.browser().toFile());
        options.setCapability("goog:loggingPrefs", console);
        // A container's root has neither a sandbox for the browser nor much of /dev/shm; only our own pages are opened.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.show(1440, 900);
        return browser;
    }

    void show(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 760));
        driver.manage().window().setSize(new Dimension(Math.max(width, 500), height));
    }

    /** "dark" or "light", as the person's system is set. */
    void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void visit(String address) {
        driver.get(address);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> list(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    String text(String selector) {
        return find(selector).getText();
    }

    /** Keys go to whatever has the focus, as from a keyboard. */
    void type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    void press(Keys key) {
        type(key);
    }

    /** The id of what has the focus. */
    String focused() {
        return driver.switchTo().activeElement().getDomAttribute("id") == null
                ? ""
                : String.valueOf(driver.switchTo().activeElement().getDomAttribute("id"));
    }

    Object run(String script) {
        Object result = driver.executeScript(script);
        return result == null ? "" : result;
    }

    /** What an asynchronous script of the page comes to. */
    Object compute(String script) {
        Object result = driver.executeAsyncScript("const done = arguments[0]; (async () => {" + script
                + "})().then(done, (error) => done(String(error)));");
        return result == null ? "" : result;
    }

    long number(String script) {
        return ((Number) run("return " + script)).longValue();
    }

    /** Waits until the words are seen there; a page that is drawn anew meanwhile is looked at again. */
    void awaitText(String selector, String words) {
        Awaitility.await(selector + " to say: " + words)
                .atMost(PATIENCE)
                .ignoreException(StaleElementReferenceException.class)
                .ignoreException(org.openqa.selenium.NoSuchElementException.class)
                .until(() -> text(selector), seen -> seen.contains(words));
    }

    void await(String what) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .ignoreException(JavascriptException.class)
                .until(() -> Boolean.TRUE.equals(run("return " + what)));
    }

    /** Errors of scripts and what the page's own policy forbade; refused calls are in there too, and told apart by the caller. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
