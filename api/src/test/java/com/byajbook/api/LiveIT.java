package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.api.testing.Answer;
import com.byajbook.api.testing.ApiInstance;
import com.byajbook.api.testing.Client;
import com.byajbook.api.testing.Events;
import com.byajbook.api.testing.LiveClient;
import com.byajbook.api.testing.LiveClient.Event;
import com.byajbook.localstack.fault.TcpProxy;
import com.byajbook.localstack.testing.TestServers;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.TransferChanged.Purpose;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LiveIT {

    private final ApiInstance api = ApiInstance.shared();
    private final Client borrower = api.borrower();

    @Test
    void a_decision_arrives_live_and_by_reading() {
        String id = borrower.apply("k").text("id");
        try (LiveClient live = LiveClient.open(borrower, null)) {
            assertThat(live.nextChange().name()).isEqualTo("ready");

            api.publish(Events.offered(borrower, UUID.fromString(id), 1));

            Event event = live.nextChange();
            assertThat(event.name()).isEqualTo("loan");
            assertThat(event.data()).contains("\"OFFERED\"", id, "\"emiPaise\":96973");
            Answer loan = borrower.get("/v1/loans/" + id);
            assertThat(loan.body()).isEqualTo(event.data());
        }
    }

    @Test
    void the_life_of_a_loan_arrives_live_and_by_reading() {
        UUID loan = UUID.randomUUID();
        UUID payment = UUID.randomUUID();
        try (LiveClient live = LiveClient.open(borrower, null)) {
            assertThat(live.nextChange().name()).isEqualTo("ready");

            api.publish(Events.changed(borrower, loan, 2, LoanChanged.Status.LISTED));
            Event listed = live.nextChange();
            assertThat(listed.data())
                    .contains("\"LISTED\"", "\"committedPaise\":0")
                    .doesNotContain("disbursedOn");
            assertThat(borrower.get("/v1/loans/" + loan).body()).isEqualTo(listed.data());

            api.publish(Events.active(borrower, loan, 3));
            Event active = live.nextChange();
            assertThat(active.data())
                    .contains(
                            "\"disbursedOn\":\"2026-11-23\"",
                            "\"outstandingPrincipalPaise\":2000000",
                            "\"overduePaise\":0",
                            "\"nextDueOn\":\"2026-12-23\"",
                            "\"nextDuePaise\":96973",
                            "\"arrears\":\"REGULAR\"");
            assertThat(borrower.get("/v1/loans/" + loan).body()).isEqualTo(active.data());

            api.publish(Events.allocated(borrower, payment, loan, 4));
            assertThat(live.nextChange().data())
                    .contains("\"split\":{", "\"interestPaise\":25000", "\"principalPaise\":71973");
            api.publish(Events.reversed(borrower, payment, loan, 5));
            Event reversed = live.nextChange();
            assertThat(reversed.data()).contains("\"REVERSED\"");
            assertThat(borrower.get("/v1/payments/" + payment).body()).isEqualTo(reversed.data());

            api.publish(Events.changed(borrower, loan, 6, LoanChanged.Status.EXPIRED));
            assertThat(live.nextChange().data()).contains("\"EXPIRED\"", "\"reason\":\"NOT_FUNDED_IN_TIME\"");
        }
    }

    @Test
    void commitments_and_transfers_arrive_live() {
        Client lender = api.lender();
        UUID commitment = UUID.randomUUID();
        UUID loan = UUID.randomUUID();
        try (LiveClient live = LiveClient.open(lender, null);
                LiveClient borrowers = LiveClient.open(borrower, null)) {
            assertThat(live.nextChange().name()).isEqualTo("ready");
            assertThat(borrowers.nextChange().name()).isEqualTo("ready");

            api.publish(Events.commitment(lender, commitment, loan, 2, CommitmentChanged.Status.HELD));
            Event held = live.nextChange();
            assertThat(held.name()).isEqualTo("commitment");
            assertThat(held.data()).contains("\"HELD\"", loan.toString());
            assertThat(lender.get("/v1/commitments/" + commitment).body()).isEqualTo(held.data());

            api.publish(Events.transfer(borrower, UUID.randomUUID(), Purpose.DISBURSAL, loan, 1));
            Event disbursal = borrowers.nextChange();
            assertThat(disbursal.name()).isEqualTo("transfer");
            assertThat(disbursal.data()).contains("\"DISBURSAL\"", "\"loanId\":\"" + loan);
        }
    }

    @Test
    void an_old_version_never_overwrites_a_new_one() {
        UUID loan = UUID.randomUUID();
        try (LiveClient live = LiveClient.open(borrower, null)) {
            assertThat(live.nextChange().name()).isEqualTo("ready");
            api.publish(Events.offered(borrower, loan, 2));
            assertThat(live.nextChange().data()).contains("\"version\":2");

            api.publish(Events.declined(borrower, loan, 1));
            api.publish(Events.offered(borrower, loan, 2));
            api.publish(Events.succeeded(borrower, UUID.randomUUID(), loan, 1));

            assertThat(live.nextChange().name()).isEqualTo("payment");
            assertThat(borrower.get("/v1/loans/" + loan).text("status")).isEqualTo("OFFERED");
        }
    }

    @Test
    void nobody_hears_or_reads_of_another_persons_loan() throws InterruptedException {
        UUID loan = UUID.randomUUID();
        Client other = api.borrower();
        try (LiveClient live = LiveClient.open(other, null);
                LiveClient own = LiveClient.open(borrower, null)) {
            assertThat(live.nextChange().name()).isEqualTo("ready");
            assertThat(own.nextChange().name()).isEqualTo("ready");
            api.publish(Events.offered(borrower, loan, 1));
            assertThat(own.nextChange().name()).isEqualTo("loan");

            assertThat(live.isQuietFor(Duration.ofMillis(300))).isTrue();
            assertThat(other.get("/v1/loans/" + loan).body()).doesNotContain("OFFERED");
        }
    }

    /** Events go on while the app is away and while it reconnects, now here, now at the other replica. */
    @Test
    void resumes_on_any_replica_without_a_gap_or_a_double() {
        int total = 120;
        try (ApiInstance replica = ApiInstance.start(Map.of())) {
            CompletableFuture<Void> publishing;
            List<String> heard = new ArrayList<>();
            String last;
            try (LiveClient first = LiveClient.open(borrower, null)) {
                last = first.nextChange().id();
            }
            publishing = CompletableFuture.runAsync(() -> publishOneByOne(total));
            for (int round = 0; heard.size() < total; round++) {
                Client here = (round % 2 == 0 ? api : replica).client(borrower);
                try (LiveClient live = LiveClient.open(here, last)) {
                    for (int i = 0; i < 7 && heard.size() < total; i++) {
                        Event event = live.nextChange();
                        assertThat(event.name()).isEqualTo("loan");
                        assertThat(millis(event.id())).isGreaterThanOrEqualTo(millis(last));
                        heard.add(event.data().replaceAll(".*\"version\":(\\d+).*", "$1"));
                        last = event.id();
                    }
                }
            }
            publishing.join();

            List<String> expected = new ArrayList<>();
            for (int i = 1; i <= total; i++) {
                expected.add(Integer.toString(i));
            }
            assertThat(heard).isEqualTo(expected);
        }
    }

    private final UUID busyLoan = UUID.randomUUID();

    private void publishOneByOne(int total) {
        for (int version = 1; version <= total; version++) {
            api.publish(Events.offered(borrower, busyLoan, version));
        }
    }

    private static long millis(String id) {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }

    @Test
    void says_stale_when_the_cursor_is_unreadable_or_unknown_and_goes_on() {
        for (String cursor : List.of("nonsense", "1-1", "99999999999999-0", "-", "18446744073709551616-0")) {
            try (LiveClient live = LiveClient.open(borrower, cursor)) {
                Event stale = live.nextChange();
                assertThat(stale.name()).isEqualTo("stale");
                UUID loan = UUID.randomUUID();
                api.publish(Events.offered(borrower, loan, 1));
                assertThat(live.nextChange().data()).contains(loan.toString());
            }
        }
    }

    @Test
    void says_stale_when_too_much_happened_since() {
        try (ApiInstance forgetful = ApiInstance.start(Map.of("byajbook.projection.max-events", "5"))) {
            Client here = forgetful.client(borrower);
            String last;
            try (LiveClient live = LiveClient.open(here, null)) {
                last = live.nextChange().id();
            }
            for (int i = 0; i < 6; i++) {
                forgetful.publish(Events.offered(borrower, UUID.randomUUID(), 1));
            }
            UUID newest = UUID.randomUUID();
            forgetful.publish(Events.offered(borrower, newest, 1));
            await().until(() -> here.get("/v1/loans/" + newest).status() == 200);

            try (LiveClient live = LiveClient.open(here, last)) {
                assertThat(live.nextChange().name()).isEqualTo("stale");
            }
        }
    }

    @Test
    void a_comment_says_now_and_then_that_the_stream_lives() {
        try (ApiInstance lively = ApiInstance.start(Map.of("byajbook.live.heartbeat", "200ms"));
                LiveClient live = LiveClient.open(lively.client(borrower), null)) {
            assertThat(live.next().name()).isIn("ready", "comment");
            assertThat(live.next().name()).isEqualTo("comment");
            assertThat(live.next().name()).isEqualTo("comment");
        }
    }

    @Test
    void streams_end_with_reconnect_at_shutdown_and_do_not_hold_it_up() {
        ApiInstance leaving = ApiInstance.start(Map.of());
        try (LiveClient live = LiveClient.open(leaving.client(borrower), null)) {
            assertThat(live.nextChange().name()).isEqualTo("ready");
            long before = System.nanoTime();
            leaving.close();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(12));
            assertThat(live.nextChange().name()).isEqualTo("reconnect");
            assertThat(live.next().name()).isIn("end", "cut");
        }
    }

    @Test
    void more_streams_than_the_limit_are_refused_with_the_reason() {
        try (ApiInstance small = ApiInstance.start(Map.of("byajbook.live.max-streams", "1"));
                LiveClient live = LiveClient.open(small.client(borrower), null)) {
            assertThat(live.nextChange().name()).isEqualTo("ready");
            Answer refused = small.client(borrower).get("/v1/events");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("reason")).isEqualTo("live.streams-full");
            assertThat(refused.header("Retry-After")).isPresent();
        }
    }

    @Test
    void without_redis_everything_goes_on_but_faster_reads() {
        URI redis = URI.create(TestServers.get().redisUrl());
        try (TcpProxy proxy = TcpProxy.to(redis.getHost(), redis.getPort());
                ApiInstance cut =
                        ApiInstance.start(Map.of("spring.data.redis.url", "redis://127.0.0.1:" + proxy.port()))) {
            Client here = cut.client(borrower);
            String id = here.apply("k").text("id");
            try (LiveClient live = LiveClient.open(here, null)) {
                assertThat(live.nextChange().name()).isEqualTo("ready");
                proxy.cut();

                assertThat(here.get("/v1/loans/" + id).text("status")).isEqualTo("RECEIVED");
                assertThat(here.apply("k2").status()).isEqualTo(202);
                cut.publish(Events.offered(borrower, UUID.fromString(id), 1));
                try (LiveClient interrupted = LiveClient.open(here, null)) {
                    assertThat(interrupted.nextChange().name()).isEqualTo("stale");
                    assertThat(interrupted.nextChange().name()).isEqualTo("reconnect");
                }
            } finally {
                proxy.restore();
            }
            // What happened meanwhile was kept in the queue, and arrives.
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> here.get("/v1/loans/" + id).text("status").equals("OFFERED"));
        }
    }

    @Test
    void a_hung_redis_costs_a_moment_and_no_more() {
        URI redis = URI.create(TestServers.get().redisUrl());
        try (TcpProxy proxy = TcpProxy.to(redis.getHost(), redis.getPort());
                ApiInstance slow =
                        ApiInstance.start(Map.of("spring.data.redis.url", "redis://127.0.0.1:" + proxy.port()))) {
            Client here = slow.client(borrower);
            String id = here.apply("k").text("id");
            assertThat(here.get("/v1/loans/" + id).status()).isEqualTo(200);
            proxy.stallToServer();
            long before = System.nanoTime();

            assertThat(here.get("/v1/loans/" + id).status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            proxy.flow();
        }
    }

    @Test
    void starts_while_redis_is_down() {
        try (ApiInstance without = ApiInstance.start(Map.of("spring.data.redis.url", "redis://127.0.0.1:1"))) {
            Client here = without.client(borrower);
            String id = here.apply("k").text("id");

            assertThat(here.get("/v1/loans/" + id).text("status")).isEqualTo("RECEIVED");
        }
    }
}
