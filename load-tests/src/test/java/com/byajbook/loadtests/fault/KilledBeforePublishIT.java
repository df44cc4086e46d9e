package com.byajbook.loadtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.SqlDatabase;
import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code kill -9} of the API after it has said 202 and before the broker knows of it: only the outbox can remember. */
@InTown(TownKind.FAULTS)
final class KilledBeforePublishIT {
    private static final int APPLICATIONS = 30;
    private static final int PAYMENTS = 10;
    private static final String WAITING = "select count(*) from outbox where id = any (?)";

    @AfterEach
    void mend(Town town) {
        town.platform().mend();
    }

    @Test
    void keeps_its_word_when_the_api_dies_between_commit_and_publish(Town town) {
        SqlDatabase intake = town.platform().database(Service.API);
        Person person = town.newcomer();
        Person payer = town.newcomer();
        UUID loan = town.fundedLoan(payer);

        town.platform().brokerLink(Service.API).stallToServer();
        UUID[] accepted = Stream.concat(
                        IntStream.range(0, APPLICATIONS).mapToObj(i -> town.apply(person)),
                        IntStream.range(0, PAYMENTS).mapToObj(i -> town.pay(payer, loan)))
                .toArray(UUID[]::new);
        town.platform().process(Service.API).kill();
        town.platform().brokerLink(Service.API).cut();

        assertThat(intake.count(WAITING, (Object) accepted))
                .as("accepted and not published")
                .isEqualTo(APPLICATIONS + PAYMENTS);
        assertThat(seen(town, Service.LOAN_ENGINE, accepted) + seen(town, Service.PAYMENT_FLOW, accepted))
                .as("known to their owners")
                .isZero();

        town.platform().mend();
        town.assertEveryPromiseKept();
    }

    private static long seen(Town town, Service service, UUID[] ids) {
        return town.platform().database(service).count("select count(*) from inbox where message_id = any (?)", (Object)
                ids);
    }
}
