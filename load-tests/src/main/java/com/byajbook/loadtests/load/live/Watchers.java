package com.byajbook.loadtests.load.live;

import com.byajbook.loadtests.client.LiveEvent;
import com.byajbook.loadtests.client.LiveEvents;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.load.traffic.Citizen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Those who hold a stream open during a run, and what each of them has seen. */
public final class Watchers {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Watcher> watchers;
    private final AtomicInteger turn = new AtomicInteger();

    private Watchers(List<Watcher> watchers) {
        this.watchers = List.copyOf(watchers);
    }

    /** Nobody. */
    public static Watchers none() {
        return new Watchers(List.of());
    }

    /** The first so many of them, each from now on: what comes later must be seen exactly once. */
    public static Watchers of(List<Citizen> citizens, int count, PublicApi api) {
        List<Watcher> watchers = new ArrayList<>();
        for (Citizen citizen : citizens.subList(0, Math.min(count, citizens.size()))) {
            try (LiveEvents stream = api.live(citizen.person())) {
                LiveEvent ready = stream.await(event -> event.name().equals("ready"), SOON)
                        .orElseThrow(() -> new HarnessException("GET /v1/events did not say that it is ready"));
                watchers.add(new Watcher(citizen, ready.id()));
            }
        }
        return new Watchers(watchers);
    }

    public int count() {
        return watchers.size();
    }

    /** The next one in turn. */
    public Watcher next() {
        return watchers.get(turn.getAndIncrement() % watchers.size());
    }

    List<Watcher> all() {
        return watchers;
    }

    /** Somebody with a stream that breaks again and again. */
    public static final class Watcher {
        private final Citizen citizen;
        private final String firstId;
        private final List<String> seen = new ArrayList<>();
        private String lastId;
        private int stale;

        Watcher(Citizen citizen, String firstId) {
            this.citizen = citizen;
            this.firstId = firstId;
            this.lastId = firstId;
        }

        public String authorization() {
            return citizen.authorization();
        }

        /** Where the next stream goes on. */
        public synchronized String lastId() {
            return lastId;
        }

        /**
         * The messages between two cuts, as Gatling hands them over: JSON with event, id and data. When a stream breaks by itself, Gatling
         * opens it anew with the id that it began with, so that within these an event may come again without anybody's fault; in two
         * different lots it may not.
         */
        public synchronized void sees(List<String> messages) {
            Set<String> lot = new LinkedHashSet<>();
            for (String message : messages) {
                JsonNode event = JSON.readTree(message);
                switch (event.path("event").asString("")) {
                    case "loan", "payment" -> lot.add(event.path("id").asString(""));
                    case "stale" -> stale++;
                    default -> {
                        // ready and reconnect bring no news.
                    }
                }
            }
            for (String id : lot) {
                seen.add(id);
                lastId = id;
            }
        }

        Person person() {
            return citizen.person();
        }

        /** Whether it was there before the watching began. */
        boolean knew(UUID id) {
            return citizen.loan().equals(id)
                    || citizen.payment().filter(id::equals).isPresent();
        }

        String firstId() {
            return firstId;
        }

        synchronized List<String> seen() {
            return List.copyOf(seen);
        }

        synchronized int stale() {
            return stale;
        }
    }
}
