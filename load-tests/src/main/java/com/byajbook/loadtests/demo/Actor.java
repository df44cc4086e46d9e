package com.byajbook.loadtests.demo;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.LiveEvent;
import com.byajbook.loadtests.client.LiveEvents;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.client.SandboxControl;
import com.byajbook.loadtests.client.SandboxControl.Sms;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.localstack.processes.Termination;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A person in a story: what they do is told while they do it. */
final class Actor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PublicApi api;
    private final SandboxControl sandbox;
    private final Narrator narrator;
    private final Person person;
    private final String phone;
    private final String name;
    private final Set<String> readBefore;
    private final Set<String> told = new HashSet<>();
    private final LiveEvents live;

    Actor(PublicApi api, SandboxControl sandbox, Narrator narrator, Person person) {
        this.api = api;
        this.sandbox = sandbox;
        this.narrator = narrator;
        this.person = person;
        Answer profile = api.get(person, "/v1/me");
        this.phone = profile.text("phone");
        this.name = profile.text("name");
        this.readBefore = sandbox.inbox(phone).stream().map(Sms::messageId).collect(Collectors.toSet());
        this.live = api.live(person);
        // From here on nothing is missed.
        if (live.await(event -> event.name().equals("ready"), PATIENCE).isEmpty()) {
            throw new HarnessException("The live stream of " + phone + " never became ready.");
        }
    }

    Answer applies(String key, String body) {
        narrator.sends("POST /v1/loans  Idempotency-Key: " + key + "  " + body);
        Answer answer = api.apply(person, key, body);
        narrator.gets(answer);
        return expect(202, answer);
    }

    Answer pays(String body) {
        return asks("/v1/payments", body);
    }

    /** Any call that changes something, under a key of its own. */
    Answer asks(String path, String body) {
        String key = PublicApi.freshKey();
        narrator.sends("POST " + path + "  Idempotency-Key: " + key + "  " + body);
        Answer answer = api.post(person, path, key, body);
        narrator.gets(answer);
        return expect(202, answer);
    }

    Answer quotes(long amountPaise, int tenureMonths) {
        narrator.sends("POST /v1/quotes  {\"amountPaise\":" + amountPaise + ",\"tenureMonths\":" + tenureMonths + "}");
        Answer answer = api.quote(person, amountPaise, tenureMonths);
        narrator.gets(answer);
        return expect(200, answer);
    }

    Answer looksAt(String path, int status) {
        narrator.sends("GET " + path);
        Answer answer = api.get(person, path);
        narrator.gets(answer);
        return expect(status, answer);
    }

    void prefers(String preferences) {
        narrator.sends("PUT /v1/me/notification-preferences  " + preferences);
        Answer answer = api.put(person, "/v1/me/notification-preferences", preferences);
        narrator.gets(answer);
        var unused = expect(200, answer);
    }

    /** Waits on the live stream for a thing to reach a state. */
    LiveEvent hears(String id, String status) {
        Optional<LiveEvent> event = live.await(heard -> heard.tells(id, status), PATIENCE);
        live.seen().stream()
                .filter(heard -> heard.isAbout(id) && told.add(heard.id()))
                .forEach(narrator::hears);
        return event.orElseThrow(() ->
                new HarnessException("Nothing came over /v1/events that says that " + id + " is " + status + "."));
    }

    /** Waits on the live stream for anything else about a thing. */
    void hearsOf(String id, Predicate<LiveEvent> what) {
        LiveEvent event = live.await(heard -> heard.isAbout(id) && what.test(heard), PATIENCE)
                .orElseThrow(() -> new HarnessException("What was waited for about " + id + " never came."));
        told.add(event.id());
        narrator.hears(event);
    }

    /** Waits for the next message on the phone. */
    Sms reads() {
        boolean came = Termination.waitUntil(() -> !unread().isEmpty(), PATIENCE);
        if (!came) {
            throw new HarnessException("No message reached " + phone + " in " + PATIENCE.toSeconds() + " s.");
        }
        List<Sms> unread = unread();
        Sms oldest = unread.get(unread.size() - 1);
        readBefore.add(oldest.messageId());
        narrator.reads(oldest);
        return oldest;
    }

    private List<Sms> unread() {
        return sandbox.inbox(phone).stream()
                .filter(message -> !readBefore.contains(message.messageId()))
                .toList();
    }

    private static Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new HarnessException("The story expects " + status + " here, but got " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        live.close();
    }

    /** Whom the platform takes this person for. */
    @Override
    public String toString() {
        return "played by " + name + ", " + phone;
    }
}
