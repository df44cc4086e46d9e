package com.byajbook.loadtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.harness.BrokerView.Waiting;
import com.byajbook.loadtests.harness.Patience;
import com.byajbook.loadtests.harness.Queues;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.SqlDatabase;
import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import com.byajbook.localstack.fault.TcpProxy;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of a consumer exactly between its commit and its acknowledgement. Nothing is left to chance: what the service sends to the
 * broker is held, so the acknowledgement cannot leave; the kill comes when the database shows the commit; what was held is thrown away.
 */
@InTown(TownKind.FAULTS)
final class KilledBeforeAckIT {
    private static final int MESSAGES = 30;
    private static final String SEEN = "select count(*) from inbox where message_id = any (?)";
    private static final String UNSENT = "select count(*) from outbox where business_key = any (?)";

    @AfterEach
    void mend(Town town) {
        town.sandbox().setUpi("{\"default\":true}");
        town.platform().mend();
    }

    @Test
    void decides_each_loan_once_when_the_loan_engine_dies_between_commit_and_ack(Town town) {
        SqlDatabase books = town.platform().database(Service.LOAN_ENGINE);
        List<Person> people = town.newcomers(3);
        TcpProxy link = town.platform().brokerLink(Service.LOAN_ENGINE);

        link.stallToServer();
        UUID[] loans = IntStream.range(0, MESSAGES)
                .mapToObj(i -> town.apply(people.get(i % people.size())))
                .toArray(UUID[]::new);
        killOnceCommitted(town, Service.LOAN_ENGINE, loans);

        assertThat(books.count("select count(*) from loan where id = any (?)", (Object) loans))
                .as("decisions committed by the process that died")
                .isEqualTo(MESSAGES);
        assertThat(books.count(UNSENT, (Object) loans))
                .as("decisions that nobody was told of")
                .isEqualTo(MESSAGES);
        assertRedelivered(town, Queues.APPLICATIONS, loans);

        town.platform().mend();
        town.assertEveryPromiseKept();
        assertThat(books.count(SEEN, (Object) loans)).isEqualTo(MESSAGES);
    }

    @Test
    void collects_each_payment_once_when_payment_flow_dies_between_commit_and_ack(Town town) {
        SqlDatabase books = town.platform().database(Service.PAYMENT_FLOW);
        List<Person> people = town.newcomers(3);
        List<UUID> loans = people.stream().map(town::fundedLoan).toList();
        // Long enough that the webhook comes to the service's next life.
        town.sandbox().setUpi("{\"outcome\":\"SUCCESS\",\"webhookDelayMs\":4000,\"default\":true}");
        TcpProxy link = town.platform().brokerLink(Service.PAYMENT_FLOW);

        link.stallToServer();
        UUID[] payments = IntStream.range(0, MESSAGES)
                .mapToObj(i -> town.pay(people.get(i % people.size()), loans.get(i % people.size())))
                .toArray(UUID[]::new);
        killOnceCommitted(town, Service.PAYMENT_FLOW, payments);

        assertThat(books.count("select count(*) from payment where payment_id = any (?)", (Object) payments))
                .as("payments committed by the process that died")
                .isEqualTo(MESSAGES);
        assertRedelivered(town, Queues.PAYMENTS, payments);

        town.platform().mend();
        town.assertEveryPromiseKept();
        assertThat(books.count("select count(*) from payment_attempt where payment_id = any (?)", (Object) payments))
                .isEqualTo(MESSAGES);
    }

    /** A command's message has the id of what it asks for, so the inbox shows which of them are committed. */
    private static void killOnceCommitted(Town town, Service service, UUID[] ids) {
        SqlDatabase books = town.platform().database(service);
        Patience.until(
                () -> books.count(SEEN, (Object) ids) == MESSAGES,
                Town.SOON,
                () -> service + " committed only " + books.count(SEEN, (Object) ids) + " of " + MESSAGES);
        town.platform().process(service).kill();
        // Only now: the acknowledgements in the proxy are dropped with the links.
        town.platform().brokerLink(service).cut();
    }

    private static void assertRedelivered(Town town, String queue, UUID[] ids) {
        Patience.until(
                () -> town.platform().broker().ready(queue) >= MESSAGES,
                Town.SOON,
                () -> "the broker took back " + town.platform().broker().ready(queue) + " of " + MESSAGES);
        List<Waiting> waiting = town.platform().broker().look(queue, MESSAGES + 1);
        assertThat(waiting)
                .extracting(Waiting::messageId)
                .containsExactlyInAnyOrder(
                        Arrays.stream(ids).map(UUID::toString).toArray(String[]::new));
        assertThat(waiting)
                .as("delivered to the process that died, and not acknowledged")
                .allMatch(Waiting::redelivered);
    }
}
