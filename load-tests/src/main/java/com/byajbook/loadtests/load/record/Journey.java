package com.byajbook.loadtests.load.record;

import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.load.traffic.Errand;
import com.byajbook.loadtests.verdict.Witness;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One arrival from its intended start to its end, with all its attempts. All times are {@link System#nanoTime()}. */
public final class Journey {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final long NEVER = -1;

    private final long arrival;
    private final Errand errand;
    private final long intended;
    private final Clients clients;
    private final Recorder recorder;
    private final Witness witness;

    private int attempts;
    private long due;
    private boolean answered;
    private boolean over;
    private boolean onlyRefused = true;
    private boolean worthAsking;
    private Ending last = Ending.UNANSWERED;
    private long promisedMillis = NEVER;
    private long firstToldAt = NEVER;
    private long firstPromised;

    Journey(long arrival, Errand errand, long intended, Clients clients, Recorder recorder, Witness witness) {
        this.arrival = arrival;
        this.errand = errand;
        this.intended = intended;
        this.clients = clients;
        this.recorder = recorder;
        this.witness = witness;
        this.due = intended;
    }

    public Errand errand() {
        return errand;
    }

    /** The next request leaves now. */
    public synchronized void departs(long now) {
        if (attempts == 0) {
            errand.wish().ifPresent(witness::asked);
        }
        attempts++;
        answered = false;
        recorder.sent(arrival, errand, now - due);
    }

    /** A whole answer is here. @param retryAfterMillis negative if it has none */
    public synchronized void answered(int status, long retryAfterMillis, String body, long now) {
        if (over) {
            return;
        }
        answered = true;
        promisedMillis = retryAfterMillis;
        worthAsking = status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
        if (status / 100 == 2) {
            served(body, now);
        } else if (ProblemText.isRefusal(status, body)) {
            refused(status, body, now);
        } else {
            fails(ProblemText.error(status, body));
        }
    }

    private void fails(String what) {
        onlyRefused = false;
        last = Ending.FAILED;
        recorder.error(arrival, errand, what);
    }

    private void served(String body, long now) {
        String id = ProblemText.field(body, "id");
        if (errand.wish().isPresent() && id.isEmpty()) {
            fails("accepted without an id");
            return;
        }
        last = Ending.SERVED;
        onlyRefused = false;
        errand.wish().ifPresent(wish -> witness.accepted(wish, UUID.fromString(id)));
        if (firstToldAt != NEVER && clients == Clients.OBEDIENT) {
            recorder.appointment(arrival, firstPromised, due - firstToldAt);
        }
        end(now);
    }

    private void refused(int status, String body, long now) {
        last = Ending.REFUSED;
        String reason = ProblemText.reason(status, body);
        recorder.shed(arrival, errand, reason, now - due);
        if (firstToldAt == NEVER && promisedMillis >= 0) {
            firstToldAt = now;
            firstPromised = TimeUnit.MILLISECONDS.toNanos(promisedMillis);
        }
    }

    /** The request is over, with or without an answer. @param why what the client knows when there is none */
    public synchronized void settles(String why, long now) {
        if (over) {
            return;
        }
        if (!answered) {
            onlyRefused = false;
            promisedMillis = NEVER;
            worthAsking = true;
            last = Ending.UNANSWERED;
            recorder.error(arrival, errand, why);
        }
        if (worthAsking && clients.asksAgainAfter(attempts)) {
            due = now + TimeUnit.MILLISECONDS.toNanos(waitMillis());
        } else {
            end(now);
        }
    }

    /** Whether it comes again. */
    public synchronized boolean goesOn() {
        return !over;
    }

    /** How long it waits until then, in milliseconds. */
    public synchronized long waitMillis() {
        return clients.waitMillis(promisedMillis);
    }

    /** The run is over and it is not: as old as it is, it counts. */
    synchronized void abandon(long now) {
        if (!over) {
            onlyRefused = false;
            last = Ending.UNANSWERED;
            recorder.error(arrival, errand, "still open at the end of the run");
            end(now);
        }
    }

    private void end(long now) {
        over = true;
        if (onlyRefused) {
            errand.wish().ifPresent(witness::refused);
        }
        recorder.ended(arrival, errand, last, now - intended);
    }
}
