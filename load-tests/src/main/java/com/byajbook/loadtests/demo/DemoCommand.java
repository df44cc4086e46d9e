package com.byajbook.loadtests.demo;

import com.byajbook.loadtests.client.People;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.client.SandboxControl;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.Probe;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code demo}: plays the stories against a running platform and says what happens. */
@Command(
        name = "demo",
        description =
                "Plays the stories of a borrower and three lenders against the running platform and narrates them.",
        footer = {
            "",
            "Addresses: BYAJBOOK_API_URL (http://127.0.0.1:8080), BYAJBOOK_API_OPS_URL (http://127.0.0.1:9080),",
            "BYAJBOOK_SANDBOX_URL (http://127.0.0.1:8090)."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final String OPS = "BYAJBOOK_API_OPS_URL";
    private static final int SEEDED = 200;
    private static final int CAST = 4;
    private static final int LENDERS = 3;

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        URI api = address(environment, "BYAJBOOK_API_URL", 8080);
        URI ops = address(environment, OPS, 9080);
        URI sandbox = address(environment, "BYAJBOOK_SANDBOX_URL", 8090);
        requireUp("The API", ops.resolve("/actuator/health/readiness"), OPS);
        requireUp("The partner sandbox", sandbox.resolve("/health"), "BYAJBOOK_SANDBOX_URL");
        Narrator narrator = new Narrator(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        narrator.says("ByajBook at " + api + ", its partners at " + sandbox);
        PublicApi publicApi = new PublicApi(api);
        Stage stage = new Stage(publicApi, new SandboxControl(sandbox), narrator);
        new Stories(stage, cast(publicApi, ops), lenders(ops)).play();
        narrator.says("");
        narrator.says("All " + narrator.scenes() + " scenes went as told. The messages are at " + sandbox + "/inbox,");
        narrator.says("the API's description at " + api + "/v3/api-docs.");
        return 0;
    }

    /** Others each time, so that nobody's limit on one borrower is used up by watching demos. */
    private static List<Person> lenders(URI ops) {
        List<Person> people = new ArrayList<>(new People(ops).lenders(SEEDED));
        Collections.shuffle(people);
        return people.subList(0, LENDERS);
    }

    /** Other people each time, so that nobody's limit is used up by watching demos; those who read English by SMS. */
    private static List<Person> cast(PublicApi api, URI ops) {
        List<Person> people = new ArrayList<>(new People(ops).borrowers(SEEDED));
        Collections.shuffle(people);
        List<Person> cast = people.stream()
                .filter(person -> readsEnglishBySms(api.get(person, "/v1/me").json()))
                .limit(CAST)
                .toList();
        if (cast.size() < CAST) {
            throw new HarnessException("Every demo leaves one reader of Hindi, and no " + CAST
                    + " others are left. Begin anew with ./byajbook up --fresh.");
        }
        return cast;
    }

    private static boolean readsEnglishBySms(JsonNode profile) {
        return profile.path("language").asString("").equals("en")
                && profile.path("channels").path(0).asString("").equals("SMS");
    }

    private static URI address(Map<String, String> environment, String variable, int port) {
        return URI.create(environment.getOrDefault(variable, "http://127.0.0.1:" + port));
    }

    private static void requireUp(String what, URI health, String variable) {
        if (!Probe.ok(health)) {
            throw new HarnessException(what + " does not answer at " + health
                    + ". Start the platform with ./byajbook up, or say where it is with " + variable + ".");
        }
    }
}
