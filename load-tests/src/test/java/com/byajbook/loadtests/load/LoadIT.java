package com.byajbook.loadtests.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.load.LoadSettings.Trial;
import com.byajbook.loadtests.load.curve.RateCurve;
import com.byajbook.loadtests.load.curve.Shape;
import com.byajbook.loadtests.load.record.Figures;
import com.byajbook.loadtests.load.record.Promise;
import com.byajbook.loadtests.load.report.ArmResult;
import com.byajbook.loadtests.load.report.LoadResult;
import com.byajbook.loadtests.load.report.Page;
import com.byajbook.loadtests.load.scenario.Scenario;
import com.byajbook.loadtests.load.scenario.Scenarios;
import com.byajbook.loadtests.load.traffic.Clients;
import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import com.byajbook.loadtests.verdict.Witness;
import com.byajbook.loadtests.verdict.Witness.Account;
import com.byajbook.loadtests.verdict.Witness.Knowledge;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Short runs against real services: the whole way from the command's settings to the result. */
@InTown(TownKind.STORIES)
final class LoadIT {
    private static final Path FOLDER = Path.of("target", "load");
    private static final int PER_SECOND = 40;

    @Test
    void plays_an_ordinary_evening_in_which_every_promise_is_kept(Town town) {
        Scenario baseline = Scenarios.named("baseline");
        ArmResult result = run(town, baseline, RateCurve.of(Shape.steady(), 20, 5, 2), Optional.empty());

        assertThat(result.verdict().findings()).isEmpty();
        assertThat(result.verdict().judged()).isGreaterThan(30);
        assertThat(result.figures().total().offered()).isEqualTo(100);
        assertThat(result.figures().total().failed())
                .as(result.figures().total().toString())
                .isZero();
        assertThat(result.memory()).containsKeys("api", "loan-engine", "payment-flow", "notifications");
        LoadResult whole = new LoadResult(LoadResult.FORMAT, "baseline", baseline.story(), true, List.of(result));
        assertThat(whole.write(FOLDER)).exists();
        assertThat(new Page(whole).write(FOLDER)).content().contains("<polyline", "CRITICAL");
    }

    @Test
    void cannot_hide_that_the_api_stood_still_for_two_seconds(Town town) {
        RateCurve curve = RateCurve.of(Shape.steady(), PER_SECOND, 7, 2);
        ArmResult result = run(town, Scenarios.named("baseline"), curve, Optional.of(new Trial(new FrozenApi(), 2, 4)));

        Figures figures = result.figures();
        assertThat(figures.total().max()).isGreaterThanOrEqualTo(1_900);
        assertThat(figures.total().p99()).isGreaterThanOrEqualTo(1_500);
        // Nobody stayed at home because the api stood still, and everybody who came was sent.
        assertThat(figures.series())
                .allSatisfy(second -> assertThat(second.offered()).isEqualTo(PER_SECOND));
        assertThat(figures.generator().neverStarted()).isZero();
        assertThat(figures.total().attempts()).isEqualTo(figures.total().offered());
        // Who was meant to come in the frozen second got nothing within the promise.
        assertThat(figures.series().get(2).good()).isLessThan(PER_SECOND / 2);
        assertThat(result.verdict().findings()).isEmpty();
    }

    private static ArmResult run(Town town, Scenario scenario, RateCurve curve, Optional<Trial> trouble) {
        List<Person> people = town.newcomers(8);
        LoadSettings settings = new LoadSettings(
                scenario,
                curve,
                Clients.ONCE,
                people.size(),
                Promise.usual(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(90),
                List.of(),
                trouble,
                FOLDER);
        Witness witness = new Witness();
        try {
            return new ArmRun(settings, town.platform(), System.out, false, witness, () -> people, town::moneylenders)
                    .run(Arm.PROTECTED);
        } finally {
            // The town's own witness answers for everything that ever happened there.
            witness.accounts().forEach(account -> retell(account, town.witness()));
        }
    }

    private static void retell(Account account, Witness town) {
        town.asked(account.wish());
        account.ids().forEach(id -> town.accepted(account.wish(), id));
        if (account.knowledge() == Knowledge.REFUSED) {
            town.refused(account.wish());
        }
    }
}
