package com.byajbook.loadtests.lending;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.Patience;
import com.byajbook.loadtests.verdict.Wish;
import com.byajbook.loadtests.verdict.Witness;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What an app does for its user: it asks, comes again with the same key while it is refused for load, and looks how things stand. */
public final class App {
    private final PublicApi api;
    private final Witness witness;
    private final Duration patience;

    /** @param patience how long any one thing may take */
    public App(PublicApi api, Witness witness, Duration patience) {
        this.api = api;
        this.witness = witness;
        this.patience = patience;
    }

    /** Asks under the witness's eyes. @return the id of what was accepted */
    public UUID asks(Wish.Kind kind, Person person, String body) {
        Wish wish = new Wish(kind, person, PublicApi.freshKey());
        witness.asked(wish);
        UUID id = accepted(person, kind.path(), wish.key(), body);
        witness.accepted(wish, id);
        return id;
    }

    /** Asks for what the judge knows from the books alone. @return the id that the answer gives */
    public UUID asks(Person person, String path, String body) {
        return accepted(person, path, PublicApi.freshKey(), body);
    }

    /** The thing once it has one of these states. */
    public Answer awaits(Person person, String path, Set<String> states) {
        return answered(
                () -> api.get(person, path),
                answer -> answer.status() == 200 && states.contains(answer.text("status")),
                path + " does not become " + String.join(" or ", states));
    }

    /** The thing as it is. */
    public Answer sees(Person person, String path) {
        return answered(() -> api.get(person, path), answer -> answer.status() == 200, path + " is not shown");
    }

    private UUID accepted(Person person, String path, String key, String body) {
        Answer accepted = answered(
                () -> unlessRefused(path, api.post(person, path, key, body)),
                Answer::isAccepted,
                "POST " + path + " by " + person.id() + " is not accepted");
        return UUID.fromString(accepted.text("id"));
    }

    /** To be refused for load is no refusal: whoever comes again gets in. */
    private static Answer unlessRefused(String path, Answer answer) {
        if (!answer.isAccepted() && answer.status() != 429 && answer.status() != 503) {
            throw new HarnessException("POST " + path + " was refused: " + answer);
        }
        return answer;
    }

    private Answer answered(Supplier<Answer> request, Predicate<Answer> enough, String complaint) {
        Answer[] last = {request.get()};
        Patience.until(
                () -> {
                    last[0] = enough.test(last[0]) ? last[0] : request.get();
                    return enough.test(last[0]);
                },
                patience,
                () -> complaint + ", but " + last[0]);
        return last[0];
    }
}
