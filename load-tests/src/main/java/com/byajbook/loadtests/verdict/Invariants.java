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

    /** How many break each invariant that is broken, in the eyes of a look that began after now. */
    Map<String, Long> broken() {
        OpsApi ops = new OpsApi(site.ops());
        Instant first = Instant.now();
        awaitLooksThatEndAfter(first, ops);
        // These may have begun before; what ends after them has begun after now, for each service looks once at a time.
        Instant second = Instant.now();
        awaitLooksThatEndAfter(second, ops);
        Map<String, Long> broken = new LinkedHashMap<>();
        services(ops).forEach(service -> {
            String name = service.path("service").asString();
            if (!isFresh(service, second)) {
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

    private static void awaitLooksThatEndAfter(Instant since, OpsApi ops) {
        Termination.waitUntil(() -> services(ops).allMatch(service -> isFresh(service, since)), NEXT_LOOK);
    }

    private static Stream<JsonNode> services(OpsApi ops) {
        return ops.invariants().path("services").valueStream();
    }

    private static boolean isFresh(JsonNode service, Instant since) {
        String at = service.path("at").asString("");
        return !at.isEmpty() && Instant.parse(at).isAfter(since);
    }
}
