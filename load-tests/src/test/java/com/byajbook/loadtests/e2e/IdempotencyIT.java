package com.byajbook.loadtests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.Appointments;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import com.byajbook.loadtests.verdict.Wish;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@InTown(TownKind.STORIES)
final class IdempotencyIT {
    private static final String BODY = PublicApi.application(1_500_000, 12, "Fishing net");

    private final ExecutorService phones = Executors.newFixedThreadPool(100);

    @AfterEach
    void endThreads() {
        phones.shutdownNow();
    }

    @Test
    void answers_a_repetition_as_the_first_request(Town town) {
        Wish wish = wish(town.newcomer());

        Answer first = town.ask(wish, BODY);
        Answer again = town.ask(wish, BODY);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void refuses_a_key_that_comes_back_with_another_body(Town town) {
        Wish wish = wish(town.newcomer());
        town.ask(wish, BODY);

        Answer other = town.api().apply(wish.person(), wish.key(), PublicApi.application(1_500_001, 12, "Fishing net"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
        assertThat(stored(town, wish)).isEqualTo(1);
    }

    @Test
    void lets_fifty_concurrent_requests_with_one_key_have_one_effect_and_equal_answers(Town town) {
        Wish wish = wish(town.newcomer());
        town.witness().asked(wish);

        List<Answer> answers = atOnce(
                IntStream.range(0, 50).<Supplier<Answer>>mapToObj(i -> () -> applied(town, wish.person(), wish.key())));

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        Set<String> bodies = answers.stream().map(Answer::body).collect(Collectors.toSet());
        assertThat(bodies).hasSize(1);
        assertThat(answers.stream().filter(a -> a.header("Idempotent-Replayed").isEmpty()))
                .as("answers that say they were first")
                .hasSize(1);
        assertThat(stored(town, wish)).isEqualTo(1);
        town.witness().accepted(wish, UUID.fromString(answers.get(0).text("id")));
        town.awaitStatus(wish.person(), "/v1/loans/" + answers.get(0).text("id"), "OFFERED");
        assertThat(town.awaitMessages(wish.person(), 1)).hasSize(1);
    }

    @Test
    void never_answers_404_to_a_get_right_after_a_202(Town town) {
        List<Person> people = town.newcomers(20);

        List<Answer> reads = atOnce(IntStream.range(0, 100)
                .mapToObj(i -> people.get(i % people.size()))
                .<Supplier<Answer>>map(
                        person -> () -> read(town, person, applied(town, person, PublicApi.freshKey()))));

        assertThat(reads)
                .allSatisfy(
                        read -> assertThat(read.status()).as(read.toString()).isEqualTo(200));
    }

    /** Each point of a request at which a phone may lose its network. */
    static Stream<BrokenPost.CutAt> cut_points() {
        return Stream.of(BrokenPost.CutAt.values());
    }

    @ParameterizedTest
    @MethodSource("cut_points")
    void survives_a_disconnect_in_the_middle_of_a_post(BrokenPost.CutAt point, Town town) {
        Wish wish = wish(town.newcomer());
        town.witness().asked(wish);
        for (BrokenPost.Farewell farewell : BrokenPost.Farewell.values()) {
            BrokenPost.send(town.platform().api(), wish, BODY, point, farewell);
        }
        assertThat(stored(town, wish)).isLessThanOrEqualTo(1);

        Answer retry = town.ask(wish, BODY);
        Answer again = town.ask(wish, BODY);

        assertThat(retry.status()).as(retry.toString()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(retry.body());
        assertThat(stored(town, wish)).isEqualTo(1);
        assertThat(read(town, wish.person(), retry).status()).isEqualTo(200);
    }

    private List<Answer> atOnce(Stream<Supplier<Answer>> requests) {
        List<CompletableFuture<Answer>> racing = requests.map(request -> CompletableFuture.supplyAsync(request, phones))
                .toList();
        return racing.stream().map(CompletableFuture::join).toList();
    }

    /** A burst may be asked to come back; whoever does gets in. */
    private static Answer applied(Town town, Person person, String key) {
        return Appointments.keep(() -> town.api().apply(person, key, BODY));
    }

    private static Answer read(Town town, Person person, Answer accepted) {
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        return Appointments.keep(() -> town.api().get(person, "/v1/loans/" + accepted.text("id")));
    }

    private static Wish wish(Person person) {
        return new Wish(Wish.Kind.LOAN, person, PublicApi.freshKey());
    }

    private static long stored(Town town, Wish wish) {
        return town.platform()
                .database(Service.API)
                .count(
                        "select count(*) from intake where actor = ? and idempotency_key = ?",
                        wish.person().id(),
                        wish.key());
    }
}
