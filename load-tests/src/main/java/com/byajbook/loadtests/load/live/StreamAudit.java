package com.byajbook.loadtests.load.live;

import com.byajbook.loadtests.client.LiveEvent;
import com.byajbook.loadtests.client.LiveEvents;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.Patience;
import com.byajbook.loadtests.load.live.Watchers.Watcher;
import com.byajbook.loadtests.verdict.Finding;
import com.byajbook.loadtests.verdict.Finding.Kind;
import com.byajbook.loadtests.verdict.Witness;
import com.byajbook.loadtests.verdict.Witness.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether every watcher saw every event once, across all the cuts. What there was to see is read at the end in one uncut stream from where
 * the watcher began, and each wish that was accepted must be among it.
 */
public final class StreamAudit {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final List<Finding> findings = new ArrayList<>();

    /** @param events seen by all watchers together @param findings what they missed or saw twice */
    public record Outcome(int watchers, int events, List<Finding> findings) {}

    private StreamAudit() {}

    /** Looks at all of them; the platform must be at rest. */
    public static Outcome of(Watchers watchers, PublicApi api, Witness witness) {
        StreamAudit audit = new StreamAudit();
        List<Replay> replays = watchers.all().stream()
                .map(watcher -> Replay.open(watcher, api))
                .toList();
        try {
            awaitQuiet(replays);
            int events = replays.stream()
                    .mapToInt(replay -> audit.look(replay, witness))
                    .sum();
            return new Outcome(watchers.count(), events, List.copyOf(audit.findings));
        } finally {
            replays.forEach(Replay::close);
        }
    }

    /** Two uncut streams of a watcher: all that there was to see, and what came after the last cut. */
    private record Replay(Watcher watcher, LiveEvents all, LiveEvents rest) {
        static Replay open(Watcher watcher, PublicApi api) {
            return new Replay(
                    watcher,
                    api.live(watcher.person(), watcher.firstId()),
                    api.live(watcher.person(), watcher.lastId()));
        }

        int events() {
            return all.seen().size() + rest.seen().size();
        }

        void close() {
            all.close();
            rest.close();
        }
    }

    /** A resumed stream does not say where its past ends: it has ended when nothing comes any more. */
    private static void awaitQuiet(List<Replay> replays) {
        AtomicInteger before = new AtomicInteger(-1);
        Patience.until(
                () -> {
                    int now = replays.stream().mapToInt(Replay::events).sum();
                    boolean quiet = now == before.getAndSet(now);
                    LockSupport.parkNanos(quiet ? 0 : QUIET.toNanos());
                    return quiet;
                },
                SOON,
                "the streams still bring events");
    }

    private int look(Replay replay, Witness witness) {
        Watcher watcher = replay.watcher();
        List<LiveEvent> truth = news(replay.all());
        List<String> seen = new ArrayList<>(watcher.seen());
        news(replay.rest()).forEach(event -> seen.add(event.id()));
        findings.addAll(compare(
                watcher.person().id().toString(),
                truth.stream().map(LiveEvent::id).toList(),
                seen));
        requireWishes(watcher, truth, witness);
        if (watcher.stale() > 0) {
            find(Kind.LOST, watcher, "was told " + watcher.stale() + " times that events may be missing");
        }
        return seen.size();
    }

    private static List<LiveEvent> news(LiveEvents stream) {
        return stream.seen().stream()
                .filter(event -> event.name().equals("loan") || event.name().equals("payment"))
                .toList();
    }

    /**
     * What is wrong with what somebody saw.
     *
     * @param all in one uncut stream
     * @param seen across all cuts
     */
    static List<Finding> compare(String who, List<String> all, List<String> seen) {
        List<Finding> findings = new ArrayList<>();
        Set<String> known = new HashSet<>(seen);
        all.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> findings.add(new Finding(Kind.LOST, who + " never saw event " + id)));
        repeated(all)
                .forEach(id ->
                        findings.add(new Finding(Kind.DOUBLED, who + " had event " + id + " twice in one stream")));
        repeated(seen)
                .forEach(
                        id -> findings.add(new Finding(Kind.DOUBLED, who + " saw event " + id + " again after a cut")));
        return findings;
    }

    private static List<String> repeated(List<String> ids) {
        Set<String> once = new HashSet<>();
        return ids.stream().filter(id -> !once.add(id)).toList();
    }

    private void requireWishes(Watcher watcher, List<LiveEvent> truth, Witness witness) {
        for (Account account : witness.accounts()) {
            if (account.wish().person().id().equals(watcher.person().id())) {
                for (UUID id : account.ids()) {
                    boolean told = watcher.knew(id) || truth.stream().anyMatch(event -> event.isAbout(id.toString()));
                    if (!told) {
                        find(
                                Kind.LOST,
                                watcher,
                                "was never told of " + account.wish().kind() + " " + id);
                    }
                }
            }
        }
    }

    private void find(Kind kind, Watcher watcher, String what) {
        findings.add(new Finding(kind, watcher.person().id() + " " + what));
    }
}
