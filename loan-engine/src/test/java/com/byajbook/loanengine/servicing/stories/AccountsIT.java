package com.byajbook.loanengine.servicing.stories;

import static com.byajbook.loanengine.servicing.stories.ServicingEngine.PATIENCE;
import static com.byajbook.loanengine.servicing.stories.ServicingEngine.paid;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loanengine.servicing.usecase.AllocateRepayments;
import com.byajbook.loanengine.servicing.usecase.AnnounceStanding;
import com.byajbook.loanengine.servicing.usecase.ChargeBounce;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts.PaidOut;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts.Share;
import com.byajbook.loanengine.servicing.usecase.WriteOff;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccountsIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LOAN = "/internal/borrowers/{b}/loans/{l}";

    private static ServicingEngine engine;

    @BeforeAll
    static void start() {
        engine = ServicingEngine.start(Map.of());
    }

    @AfterAll
    static void stop() {
        Books.assertHold(engine);
        engine.close();
    }

    @Test
    void the_quote_of_today_closes_the_loan_today() {
        PaidOut loan = open(today().minusDays(40), UUID.randomUUID());
        JsonNode quote = body(engine.get(LOAN + "/foreclosure-quote", loan.borrowerId(), loan.loanId()), 200);
        assertThat(quote.get("coolingOff").asBoolean()).isFalse();
        assertThat(quote.get("totalPaise").asLong())
                .isEqualTo(quote.get("principalPaise").asLong()
                        + quote.get("interestPaise").asLong());

        pay(loan, quote.get("totalPaise").asLong());

        assertThat(body(engine.get(LOAN + "/account", loan.borrowerId(), loan.loanId()), 200)
                        .get("outstandingPaise")
                        .asLong())
                .isZero();
        JsonNode refusal = body(engine.get(LOAN + "/foreclosure-quote", loan.borrowerId(), loan.loanId()), 422);
        assertThat(refusal.get("code").asString()).isEqualTo("loan-not-payable");
    }

    @Test
    void an_account_shows_what_is_paid_overdue_and_to_come() {
        PaidOut loan = open(today().minusMonths(2).minusDays(3), UUID.randomUUID());
        JsonNode before = body(engine.get(LOAN + "/account", loan.borrowerId(), loan.loanId()), 200);
        long first = before.get("instalments").get(0).get("principalPaise").asLong()
                + before.get("instalments").get(0).get("interestPaise").asLong();

        pay(loan, first);

        JsonNode account = body(engine.get(LOAN + "/account", loan.borrowerId(), loan.loanId()), 200);
        List<String> status = new ArrayList<>();
        account.get("instalments").forEach(row -> status.add(row.get("status").asString()));
        // The interest of both comes before principal, so a part of the first is left.
        assertThat(status).startsWith("OVERDUE", "OVERDUE", "UPCOMING");
        assertThat(account.get("instalments").get(0).get("paidPaise").asLong()
                        + account.get("instalments").get(1).get("paidPaise").asLong())
                .isEqualTo(first);
    }

    @Test
    void the_schedule_of_a_loan_that_was_paid_out_is_what_its_account_says() {
        PaidOut loan = open(today().minusMonths(1), UUID.randomUUID());
        pay(loan, 1_000_00);

        JsonNode schedule = body(engine.get(LOAN + "/schedule", loan.borrowerId(), loan.loanId()), 200);

        JsonNode first = schedule.get("schedule").get(0);
        assertThat(first.get("dueDate").asString())
                .isEqualTo(today().minusMonths(1).plusMonths(1).toString());
        assertThat(first.get("paidPaise").asLong()).isEqualTo(1_000_00);
        assertThat(first.get("emiPaise").asLong())
                .isEqualTo(schedule.get("emiPaise").asLong())
                .isEqualTo(first.get("principalPaise").asLong()
                        + first.get("interestPaise").asLong());
        assertThat(schedule.get("schedule")).hasSize(12).last().satisfies(row -> {
            assertThat(row.get("balancePaise").asLong()).isZero();
            assertThat(row.get("status").asString()).isEqualTo("UPCOMING");
            assertThat(row.get("paidPaise").asLong()).isZero();
        });
        assertThat(first.get("balancePaise").asLong())
                .isEqualTo(12_000_00 - first.get("principalPaise").asLong());
        assertThat(schedule.get("outstandingPaise").asLong())
                .isEqualTo(12_000_00 - (1_000_00 - first.get("interestPaise").asLong()));
        body(engine.get(LOAN + "/schedule", UUID.randomUUID(), loan.loanId()), 404);
    }

    @Test
    void somebody_else_s_loan_is_as_absent_as_one_that_never_was() {
        PaidOut loan = open(today(), UUID.randomUUID());

        for (String path : List.of("/account", "/foreclosure-quote", "/statement")) {
            body(engine.get(LOAN + path, UUID.randomUUID(), loan.loanId()), 404);
        }
        assertThat(body(engine.get("/internal/lenders/{l}/portfolio", UUID.randomUUID()), 200)
                        .get("items"))
                .isEmpty();
        body(engine.get(LOAN + "/statement?limit=0", loan.borrowerId(), loan.loanId()), 400);
    }

    @Test
    void a_bounce_is_charged_once_and_shown_on_the_statement_page_by_page() {
        PaidOut loan = open(today().minusDays(10), UUID.randomUUID());
        UUID payment = UUID.randomUUID();
        ChargeBounce charging = engine.bean(ChargeBounce.class);

        assertThat(charging.charge(loan.loanId(), payment).block(PATIENCE)).isEqualTo(ChargeBounce.Outcome.CHARGED);
        assertThat(charging.charge(loan.loanId(), payment).block(PATIENCE))
                .isEqualTo(ChargeBounce.Outcome.CHARGED_BEFORE);
        pay(loan, 100);

        List<String> kinds = new ArrayList<>();
        @Nullable String next = "0";
        while (next != null) {
            JsonNode page =
                    body(engine.get(LOAN + "/statement?limit=1&after=" + next, loan.borrowerId(), loan.loanId()), 200);
            page.get("items").forEach(line -> kinds.add(line.get("kind").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(kinds).containsExactly("DISBURSAL", "FEE", "PREPAYMENT");
    }

    @Test
    void a_loan_is_written_off_once_and_its_lender_sees_it() {
        UUID lender = UUID.randomUUID();
        List<PaidOut> loans = Stream.generate(() -> open(today().minusDays(5), lender))
                .limit(3)
                .toList();
        PaidOut lost = loans.get(1);
        pay(lost, 1_000);
        WriteOff writingOff = engine.bean(WriteOff.class);

        WriteOff.Word word = new WriteOff.Word("asha", "gone without an address");

        assertThat(writingOff.writeOff(lost.loanId(), word).block(PATIENCE)).isEqualTo(WriteOff.Outcome.PERFORMING);
        becomeNonPerforming(lost.loanId());
        assertThat(writingOff.writeOff(lost.loanId(), word).block(PATIENCE)).isEqualTo(WriteOff.Outcome.WRITTEN_OFF);
        assertThat(writingOff.writeOff(lost.loanId(), word).block(PATIENCE)).isEqualTo(WriteOff.Outcome.ENDED_BEFORE);
        assertThat(writingOff.writeOff(UUID.randomUUID(), word).block(PATIENCE)).isEqualTo(WriteOff.Outcome.UNKNOWN);

        assertThat(engine.texts("select concat_ws(' ', outstanding_paise, written_off_by, reason) from write_off"
                        + " where loan_id = '" + lost.loanId() + "'"))
                .containsExactly("1199000 asha gone without an address");

        assertThat(engine.listening().standings)
                .filteredOn(each -> each.loanId().equals(lost.loanId()))
                .filteredOn(each -> each.status() == AnnounceStanding.Status.WRITTEN_OFF)
                .hasSize(1);
        List<JsonNode> held = new ArrayList<>();
        @Nullable String next = "";
        while (next != null) {
            JsonNode page = body(engine.get("/internal/lenders/{l}/portfolio?limit=2" + next, lender), 200);
            page.get("items").forEach(held::add);
            next = page.get("next").isNull()
                    ? null
                    : "&after=" + page.get("next").asString();
        }
        assertThat(held)
                .extracting(each -> each.get("loanId").asString())
                .containsExactlyInAnyOrderElementsOf(
                        loans.stream().map(loan -> loan.loanId().toString()).toList());
        JsonNode gone = held.stream()
                .filter(each ->
                        each.get("loanId").asString().equals(lost.loanId().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(gone.get("outstandingPaise").asLong()).isZero();
        assertThat(gone.get("receivedPaise").asLong()).isEqualTo(1_000);
        assertThat(gone.get("status").asString()).isEqualTo("WRITTEN_OFF");
    }

    @Test
    void an_operator_writes_off_what_is_non_performing_and_nothing_else() {
        PaidOut loan = open(today().minusDays(5), UUID.randomUUID());
        String word = "{\"by\":\"asha\",\"reason\":\"gone without an address\"}";
        String path = "/internal/control/loans/{loan}/write-off";

        assertThat(body(engine.post(path, word, loan.loanId()), 409).get("code").asString())
                .isEqualTo("not-ready");
        becomeNonPerforming(loan.loanId());
        body(engine.post(path, "{\"by\":\"asha\",\"reason\":\" \"}", loan.loanId()), 400);
        body(engine.post(path, word, UUID.randomUUID()), 404);

        assertThat(body(engine.post(path, word, loan.loanId()), 200)
                        .get("outcome")
                        .asString())
                .isEqualTo("WRITTEN_OFF");
        assertThat(body(engine.post(path, word, loan.loanId()), 200)
                        .get("outcome")
                        .asString())
                .isEqualTo("ENDED_BEFORE");
    }

    /** Ninety days without a payment would do the same. */
    private static void becomeNonPerforming(UUID loan) {
        engine.texts("update loan_account set arrears = 'NPA' where loan_id = '" + loan + "' returning arrears");
    }

    private static void pay(PaidOut loan, long paise) {
        engine.bean(AllocateRepayments.class)
                .allocate(List.of(paid(
                        loan.loanId(),
                        loan.borrowerId(),
                        paise,
                        engine.bean(Clock.class).instant())))
                .block(PATIENCE);
    }

    private static PaidOut open(LocalDate disbursedOn, UUID lender) {
        PaidOut loan = new PaidOut(
                UUID.randomUUID(),
                UUID.randomUUID(),
                12_000_00,
                new BigDecimal("15"),
                12,
                disbursedOn,
                List.of(new Share(lender, 8_000_00), new Share(lender, 4_000_00)));
        engine.open(List.of(loan));
        return loan;
    }

    private static LocalDate today() {
        return LocalDate.now(engine.bean(Clock.class).withZone(ZoneId.of("Asia/Kolkata")));
    }

    private static JsonNode body(WebTestClient.ResponseSpec answer, int status) {
        return JSON.readTree(Objects.requireNonNull(answer.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }
}
