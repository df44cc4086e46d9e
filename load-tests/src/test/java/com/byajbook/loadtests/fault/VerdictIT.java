package com.byajbook.loadtests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.SqlDatabase;
import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import com.byajbook.loadtests.verdict.Finding;
import com.byajbook.loadtests.verdict.Investigation;
import com.byajbook.loadtests.verdict.Wish;
import com.byajbook.loadtests.verdict.Witness;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The judge of these suites must be able to say no on a real platform too. */
@InTown(TownKind.FAULTS)
final class VerdictIT {

    @Test
    void misses_a_promise_that_the_platform_never_heard_of(Town town) {
        town.offer(town.newcomer());
        Person person = town.newcomer();
        Witness liar = new Witness();
        town.witness().accounts().forEach(account -> {
            liar.asked(account.wish());
            account.ids().forEach(id -> liar.accepted(account.wish(), id));
        });
        UUID invented = UUID.randomUUID();
        liar.accepted(new Wish(Wish.Kind.LOAN, person, PublicApi.freshKey()), invented);

        assertThat(new Investigation(town.platform())
                        .of(liar, Duration.ofSeconds(60))
                        .findings())
                .extracting(Finding::kind, finding -> finding.what().contains(invented.toString()))
                .containsExactly(tuple(Finding.Kind.LOST, true));
    }

    @Test
    void notices_an_effect_that_no_client_asked_for(Town town) {
        Witness forgetful = new Witness();
        town.witness().accounts().forEach(account -> {
            forgetful.asked(account.wish());
            account.ids().forEach(id -> forgetful.accepted(account.wish(), id));
        });
        UUID loan = town.offer(town.newcomer());

        assertThat(new Investigation(town.platform())
                        .of(forgetful, Duration.ofSeconds(60))
                        .findings())
                .extracting(Finding::kind, finding -> finding.what().contains(loan.toString()))
                .containsExactly(tuple(Finding.Kind.UNEXPLAINED, true));
    }

    @Test
    void hears_of_books_that_their_service_finds_wrong(Town town) {
        Person borrower = town.newcomer();
        UUID unused = town.offer(borrower);
        SqlDatabase books = town.platform().database(Service.LOAN_ENGINE);
        String owes =
                "update borrower_exposure set open_paise = open_paise %s where borrower_id = '" + borrower.id() + "'";

        books.execute(owes.formatted("+ 1"));
        try {
            assertThat(new Investigation(town.platform())
                            .of(town.witness(), Duration.ofSeconds(60))
                            .findings())
                    .extracting(Finding::kind, finding -> finding.what().contains("the books of loan-engine"))
                    .containsExactly(tuple(Finding.Kind.LEFT_OVER, true));
        } finally {
            books.execute(owes.formatted("- 1"));
        }
    }
}
