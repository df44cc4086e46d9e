package com.byajbook.loadtests.verdict;

import com.byajbook.loadtests.client.OpsApi;
import com.byajbook.loadtests.harness.Site;
import com.byajbook.localstack.processes.Termination;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the services themselves find wrong in their books, as {@code GET /ops/invariants} says it. */
final class Invariants {
    /** Services look once a minute. */
    private static final Duration NEXT_LOOK = Duration.ofSeconds(100);

    private final Site site;

    Invariants(Site site) {
        this.site = site;
    }

    /** How many break each invariant that is broken, in the eyes of a look that ended after now. */
    Map<String, Long> broken() {
        OpsApi ops = new OpsApi(site.ops());
        Instant now = Instant.now();
        Termination.waitUntil(() -> services(ops).allMatch(service -> isFresh(service, now)), NEXT_LOOK);
        Map<String, Long> broken = new LinkedHashMap<>();
        services(ops).forEach(service -> {
            String name = service.path("service").asString();
            if (!isFresh(service, now)) {
                broken.put("the looks that " + name + " owes at its books", 1L);
            }
            service.path("invariants")
                    .valueStream()
                    .filter(each -> !each.path("holds").asBoolean())
                    .forEach(each -> broken.put(
                            "the books of " + name + " that break "
                                    + each.path("name").asString(),
                            Math.max(1, each.path("violations").asLong())));
        });
        return broken;
    }

    private static Stream<JsonNode> services(OpsApi ops) {
        return ops.invariants().path("services").valueStream();
    }

    private static boolean isFresh(JsonNode service, Instant since) {
        String at = service.path("at").asString("");
        return !at.isEmpty() && Instant.parse(at).isAfter(since);
    }
}
