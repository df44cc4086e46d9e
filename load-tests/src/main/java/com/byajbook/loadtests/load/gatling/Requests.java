package com.byajbook.loadtests.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import com.byajbook.loadtests.load.record.Journey;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The steps of a journey in Gatling's words. What is measured is told to the journey itself; Gatling's own report is a second witness. */
final class Requests {
    private static final String JOURNEY = "journey";
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    Session begin(Session session, Journey journey) {
        return session.set(JOURNEY, journey);
    }

    static Journey journey(Session session) {
        return Objects.requireNonNull(session.<Journey>get(JOURNEY));
    }

    static boolean goesOn(Session session) {
        return journey(session).goesOn();
    }

    /** One attempt, after the wait that the client keeps before it. */
    ChainBuilder pauseAndSend() {
        return doIf(session -> journey(session).waitMillis() > 0)
                .then(pause(session -> Duration.ofMillis(journey(session).waitMillis())))
                .exec(Requests::departs)
                .exec(doIfOrElse(session -> journey(session).errand().kind().isPost())
                        .then(exec(post()))
                        .orElse(exec(get())))
                .exec(Requests::settles);
    }

    private static Session departs(Session session) {
        journey(session).departs(System.nanoTime());
        return session;
    }

    private static Session settles(Session session) {
        journey(session).settles("no answer", System.nanoTime());
        // A refusal is this user's business and not the end of it.
        return session.markAsSucceeded();
    }

    private static HttpRequestActionBuilder get() {
        return answered(http(Requests::name)
                .get(session -> journey(session).errand().path())
                .header("Authorization", Requests::authorization));
    }

    private static HttpRequestActionBuilder post() {
        return answered(http(Requests::name)
                .post(session -> journey(session).errand().path())
                .header("Authorization", Requests::authorization)
                .header("Idempotency-Key", session -> journey(session).errand().key())
                .header("Content-Type", "application/json")
                .body(StringBody(session -> journey(session).errand().body())));
    }

    /** Reads the answer where it arrives, on the event loop: a later step would be late when there is much to do. */
    private static HttpRequestActionBuilder answered(HttpRequestActionBuilder request) {
        return request.transformResponse(Requests::take).check(status().in(OK, ACCEPTED));
    }

    private static Response take(Response response, Session session) {
        long now = System.nanoTime();
        int status = response.status().code();
        // Only the bodies of what was accepted or refused say something that counts.
        String body = status == OK ? "" : response.body().string();
        journey(session).answered(status, retryAfterMillis(response.headers()), body, now);
        return response;
    }

    private static long retryAfterMillis(HttpHeaders headers) {
        long millis = number(headers.get("Retry-After-Ms"));
        long seconds = millis >= 0 ? -1 : number(headers.get("Retry-After"));
        return seconds >= 0 ? seconds * MILLIS_PER_SECOND : millis;
    }

    private static long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1;
    }

    private static String name(Session session) {
        return journey(session).errand().kind().words();
    }

    private static String authorization(Session session) {
        return journey(session).errand().citizen().authorization();
    }
}
