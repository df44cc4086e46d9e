package com.byajbook.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.security.Role;
import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.localstack.fault.TcpProxy;
import com.byajbook.platform.pipe.StageKind;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Keys;

/** The console as an operator uses it: a real browser in front of a real api, with a network between them that can break. */
@Timeout(120)
class ConsoleIT {

    private static final String CARD = "button.stage[aria-label^='workbench of api']";
    private static final Knob KNOB = new Knob();

    private static ApiInstance api;
    private static Client operator;
    private static TcpProxy network;
    private static Browser browser;

    @BeforeAll
    static void start() {
        api = KNOB.start(Map.of());
        operator = api.operator(Role.OPS);
        network = TcpProxy.to("127.0.0.1", api.opsPort());
        browser = Browser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
        network.close();
        api.close();
    }

    @BeforeEach
    void sign_in() {
        KNOB.show(Stages.idle(Knob.STAGE, StageKind.POOL).using(2, 64));
        browser.show(1440, 900);
        browser.visit("about:blank");
        browser.visit(console() + "#token=" + operator.token());
        browser.await("document.body.dataset.live === 'yes'");
        browser.await("document.querySelector(\"" + CARD + "\") !== null");
        browser.await("document.querySelectorAll('table.limits tbody tr').length > 0");
    }

    @Test
    void asks_for_a_token_and_takes_none_that_is_not_of_an_operator() {
        browser.run("sessionStorage.clear()");
        browser.visit(console());
        assertThat(browser.focused()).isEqualTo("token");

        browser.type("not a token", Keys.ENTER);
        browser.awaitText("#sign-in-problem", "no access token");
        browser.find("#token").clear();
        browser.find("#token").sendKeys(api.operator(Role.BORROWER).token(), Keys.ENTER);
        browser.awaitText("#sign-in-problem", "Your role may not do this");
        browser.type(operator.token(), Keys.ENTER);
        browser.await("document.body.dataset.live === 'yes'");
    }

    @Test
    void takes_a_token_from_the_address_and_leaves_none_there() {
        assertThat(browser.address()).isEqualTo(console()).doesNotContain("token");
        assertThat(browser.run("return sessionStorage.getItem('byajbook.ops.token')"))
                .isEqualTo(operator.token());

        browser.visit(console());
        browser.await("document.body.dataset.live === 'yes'");
        browser.find("#sign-out").click();
        assertThat(browser.run("return sessionStorage.length")).isEqualTo(0L);
        assertThat(browser.find("#sign-in-form").isDisplayed()).isTrue();
        assertThat(browser.find("#pipe").isDisplayed()).isFalse();
    }

    @Test
    void shows_what_happens_within_seconds_and_names_the_bottleneck() {
        browser.awaitText(CARD, "2/64");
        KNOB.show(Stages.idle(Knob.STAGE, StageKind.POOL)
                .using(64, 64)
                .queueing(390, 400, 480)
                .refusing("wait-too-long", 20)
                .promising(480, 500));

        browser.awaitText(CARD, "64/64");
        browser.awaitText(
                "#bottleneck-words", "The bottleneck is workbench of api: 64 of 64 in use, 390 of 400 queued");
        assertThat(browser.text(CARD))
                .contains("390/400 · 480 ms", "120 → 100 /s", "20 wait-too-long", "480 of 500 ms");
        assertThat(browser.find(CARD).getDomAttribute("data-bottleneck")).isNotNull();
        assertThat(browser.find(CARD).getDomAttribute("data-level")).isEqualTo("hot");
        assertThat(browser.find("#announcer").getDomProperty("textContent")).contains("workbench of api");
        browser.awaitText("#stage-title", Knob.STAGE);
        assertThat(browser.text("#stage-replicas")).contains("64/64");
        assertThat(browser.number("document.querySelectorAll('#charts canvas').length"))
                .isEqualTo(3);
    }

    @Test
    void shows_a_service_that_is_away_as_such() {
        browser.awaitText("#services", "loan-engine\nunreachable");
        browser.awaitText("#bottleneck-words", "loan-engine and notifications and payment-flow do not answer");
        assertThat(browser.text("#limits-count")).contains("cannot be read at the moment");
    }

    @Test
    void changes_a_limit_with_the_keyboard_alone() {
        long wanted = Knob.value(api) == 80 ? 81 : 80;
        browser.type("/");
        assertThat(browser.focused()).isEqualTo("limits-search");
        browser.type("workbench width", Keys.ENTER);
        assertThat(browser.focused()).isEqualTo("limit-value");
        browser.type(wanted + "", Keys.TAB, "Diwali is coming");
        browser.press(Keys.TAB);
        browser.press(Keys.ARROW_RIGHT);
        browser.press(Keys.ENTER);
        browser.awaitText("#limit-dialog .change", wanted + "");
        assertThat(browser.text("#limit-dialog")).contains("Diwali is coming", "after 5 min");
        browser.press(Keys.ENTER);
        browser.awaitText("#limit-dialog", "Applied by 1 of 1 replica");

        assertThat(Knob.value(api)).isEqualTo(wanted);
        browser.press(Keys.ENTER);
        browser.await("!document.getElementById('limit-dialog').open");
        assertThat(browser.text("table.limits tbody")).containsPattern("Diwali is coming .* [45]:\\d\\d");
        browser.awaitText("#audit-table", "Diwali is coming");
    }

    @Test
    void sends_nothing_that_is_out_of_bounds_or_without_a_reason() {
        long before = version();
        browser.type("/");
        browser.type("workbench width", Keys.ENTER);
        browser.type("1001");
        browser.awaitText("#limit-value-problem", "between 1 and 1,000 items");
        browser.press(Keys.ENTER);
        browser.type(Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.ENTER);
        browser.awaitText("#limit-reason-problem", "Say why");
        assertThat(browser.focused()).isEqualTo("limit-reason");
        browser.press(Keys.ESCAPE);
        browser.await("!document.getElementById('limit-dialog').open");

        assertThat(version()).isEqualTo(before);
    }

    @Test
    void shows_a_conflict_with_the_new_value_and_keeps_what_was_typed() {
        browser.type("/");
        browser.type("workbench width", Keys.ENTER);
        browser.type("321", Keys.TAB, "my reason", Keys.ENTER);
        browser.awaitText("#limit-dialog .change", "321");
        assertThat(changeBehindTheBack(77).status()).isEqualTo(200);
        browser.press(Keys.ENTER);

        browser.awaitText("#limit-dialog .notice", "It has changed meanwhile: now 77 items");
        assertThat(browser.text("#limit-dialog .notice")).contains("quicker", "Your 321 is kept");
        assertThat(browser.find("#limit-value").getDomProperty("value")).isEqualTo("321");
        assertThat(browser.find("#limit-reason").getDomProperty("value")).isEqualTo("my reason");
        browser.press(Keys.ENTER);
        browser.awaitText("#limit-dialog .change", "77");
        browser.press(Keys.ENTER);
        browser.awaitText("#limit-dialog", "Applied by 1 of 1 replica");
        assertThat(Knob.value(api)).isEqualTo(321);
    }

    @Test
    void says_when_the_connection_is_lost_and_comes_back_by_itself() {
        network.cut();
        browser.awaitText("#connection", "Connection lost");
        assertThat(browser.text("#bottleneck-words")).contains("what is shown below is old");
        assertThat(browser.run("return getComputedStyle(document.getElementById('pipe')).filter"))
                .isEqualTo("grayscale(1)");
        network.restore();
        browser.await("document.body.dataset.live === 'yes'");
        browser.awaitText("#connection", "Live");
        assertThat(browser.run("return getComputedStyle(document.getElementById('pipe')).filter"))
                .isEqualTo("none");
    }

    @Test
    void does_not_take_a_line_for_alive_on_which_nothing_comes() {
        network.stallToClient();
        browser.awaitText("#connection", "Connection lost");
        network.flow();
        browser.awaitText("#connection", "Live");
    }

    @Test
    void fits_a_phone() {
        browser.show(390, 844);
        browser.await("matchMedia('(max-width: 760px)').matches");

        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat(browser.number("document.querySelector(\"" + CARD + "\").getBoundingClientRect().width"))
                .isGreaterThan(330);
        assertThat(browser.list("#pipe .column").stream()
                        .filter(column -> column.isDisplayed())
                        .map(column -> column.getLocation().x)
                        .distinct())
                .hasSize(1);
        browser.find(CARD).click();
        browser.find("#stage-limits button").click();
        browser.await("document.getElementById('limit-dialog').open");
        assertThat(browser.number("document.getElementById('limit-dialog').getBoundingClientRect().right"))
                .isLessThanOrEqualTo(390);
        browser.press(Keys.ESCAPE);
    }

    @Test
    void is_walked_through_by_keyboard() {
        browser.type("?");
        browser.await("document.getElementById('help').open");
        assertThat(browser.text("#help-keys")).contains("Search limits", "Show the bottleneck");
        browser.press(Keys.ESCAPE);
        browser.await("!document.getElementById('help').open");
        browser.type("t");
        browser.awaitText("#pipe-table", "workbench");
        assertThat(browser.find("#pipe").isDisplayed()).isFalse();
        browser.type("t");
        browser.type("p");
        assertThat(browser.focused()).isEqualTo("pipe");
        browser.press(Keys.TAB);
        browser.await("document.activeElement.classList.contains('stage')");
        assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        browser.press(Keys.ENTER);
        browser.await("document.activeElement.getAttribute('aria-pressed') === 'true'");
    }

    @Test
    void is_legible_in_the_dark_and_in_the_light() {
        for (String scheme : new String[] {"light", "dark"}) {
            browser.prefer(scheme);
            for (String text : new String[] {"--text", "--muted", "--accent", "--hot-text", "--busy-text", "--good"}) {
                for (String ground : new String[] {"--ground", "--surface"}) {
                    assertThat(contrast(text, ground))
                            .as("%s on %s, %s", text, ground, scheme)
                            .isGreaterThan(4.5);
                }
            }
            assertThat(contrast("--hot-text", "--hot-ground")).isGreaterThan(4.5);
            assertThat(contrast("--on-accent", "--accent")).isGreaterThan(4.5);
        }
        browser.prefer("light");
    }

    @Test
    void breaks_no_rule_of_its_own_policy_and_throws_nothing() {
        var unused = browser.complaints();
        browser.find(CARD).click();
        browser.awaitText("#stage-title", Knob.STAGE);
        browser.type("t");
        browser.type("t");

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.run("return document.querySelectorAll('script:not([src]), style, [style*=url]').length"))
                .isEqualTo(0L);
    }

    @Test
    void adds_replicas_up_counts_a_shared_queue_once_and_leaves_silent_ones_out() {
        Object figures = browser.compute("""
                const { stagesOf } = await import("/ops/console/model.js");
                const stage = (name, kind, inFlight, queued) => ({ name, kind, inFlight, width: 10, queued, maxQueued: 100,
                  oldestMs: 5, offeredPerSecond: 20, admittedPerSecond: 20, servedPerSecond: 20, refusedPerSecond: { full: 1 },
                  p50Ms: 2, p99Ms: 9, estimatedWaitMs: 0, targetMs: 0, state: "", limits: [], pressure: 0.5 });
                const replica = (name, silentMs, inFlight) => ({ replica: name, silentMs,
                  stages: [stage("pool", "POOL", inFlight, 4), stage("queue", "QUEUE", 0, 40)] });
                const [queue, pool] = stagesOf({ services: [{ service: "api",
                  replicas: [replica("a", 0, 3), replica("b", 900, 4), replica("c", 9000, 10)] }] });
                return [pool.inFlight, pool.width, pool.queued, pool.offered, pool.refusedTotal, queue.queued, pool.parts.length];""");

        assertThat(figures).isEqualTo(List.of(7L, 20L, 8L, 40L, 2L, 40L, 3L));
    }

    @Test
    void draws_no_line_through_a_time_of_which_nothing_is_known() {
        Object known = browser.compute("""
                const { History } = await import("/ops/console/model.js");
                const history = new History();
                const stage = (key, inFlight, stale) => ({ key, inFlight, stale });
                history.add(100, [stage("api/a", 1, false)]);
                history.add(101, [stage("api/a", 2, false), stage("api/b", 7, false)]);
                history.add(110, [stage("api/a", 3, false)]);
                history.add(111, [stage("api/a", 4, true)]);
                const [seconds, values] = history.of("api/a", ["inFlight"]);
                const [, others] = history.of("api/b", ["inFlight"]);
                return [seconds.join(), values.map(String).join(), others.map(String).join()];""");

        assertThat(known).isEqualTo(List.of("100,101,102,110,111", "1,2,null,3,null", "null,7,null,null,null"));
    }

    private static Answer changeBehindTheBack(long value) {
        return Client.send(operator.request("/ops/limits/api/" + Knob.LIMIT)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(
                        "{\"value\":%d,\"version\":%d,\"reason\":\"quicker\"}".formatted(value, version()))));
    }

    private static long version() {
        return operator.get("/ops/limits/api/" + Knob.LIMIT)
                .json()
                .path("version")
                .asLong();
    }

    private static String console() {
        return "http://127.0.0.1:" + network.port() + "/ops/";
    }

    /** The ratio of WCAG 2. */
    private static double contrast(String text, String ground) {
        return ((Number) browser.run("""
                const light = (name) => {
                  const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
                  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
                    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
                  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                };
                const [a, b] = [light('%s'), light('%s')];
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);""".formatted(text, ground))).doubleValue();
    }
}
