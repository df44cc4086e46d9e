package com.byajbook.paymentflow.stories;

import static com.byajbook.paymentflow.ledger.domain.Ledger.deposit;
import static com.byajbook.paymentflow.ledger.domain.Ledger.settling;
import static com.byajbook.paymentflow.ledger.domain.Ledger.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.paymentflow.ledger.domain.AccountKind;
import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.Hold;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand.Open;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand.Post;
import com.byajbook.platform.control.ReadInvariants;
import com.byajbook.platform.invariant.Inspect;
import com.byajbook.platform.invariant.Inspected;
import com.byajbook.platform.invariant.Inspection;
import com.byajbook.platform.invariant.ListChecks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever looks at the books finds what somebody with all rights did to the tables, and nothing else. */
class InspectionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AccountName rich = AccountName.of(AccountKind.LENDER_WALLET, UUID.randomUUID());
    private final AccountName poor = AccountName.of(AccountKind.LENDER_WALLET, UUID.randomUUID());
    private RunningService service;
    private StoredLedger ledger;

    @BeforeEach
    void start() {
        service = RunningService.start(Map.of("byajbook.reconciliation.inspect-every", "300ms"));
        ledger = new StoredLedger(service);
        Hold settled = Hold.open(
                UUID.randomUUID(), rich, UUID.randomUUID(), 300, Instant.now().plusSeconds(600));
        Hold open = Hold.open(
                UUID.randomUUID(), rich, UUID.randomUUID(), 200, Instant.now().plusSeconds(600));
        ledger.apply(List.of(
                new Post(deposit(UUID.randomUUID(), rich, 1_000)),
                new Open(settled),
                new Open(open),
                new Post(settling(transfer(UUID.randomUUID(), rich, poor, 250), settled.id(), 250))));
        // As old as what is looked at: younger ones may not all be there.
        tamper("ledger_transaction", "update ledger_transaction set booked_at = now() - interval '1 hour'");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    static List<Arguments> wrongs() {
        return List.of(
                Arguments.of(
                        "books-balance",
                        "ledger_account",
                        "update ledger_account set balance_paise = balance_paise + 1 where kind = 'LENDERS_ESCROW'"),
                Arguments.of(
                        "nothing-overdrawn",
                        "ledger_account",
                        "update ledger_account set balance_paise = -1 where kind = 'PLATFORM_BANK'"),
                Arguments.of(
                        "balance-is-sum",
                        "ledger_account",
                        "update ledger_account set balance_paise = balance_paise - 1 where balance_paise = -250"),
                Arguments.of(
                        "held-is-open-holds",
                        "ledger_account",
                        "update ledger_account set held_paise = held_paise - 1 where held_paise > 0"),
                Arguments.of(
                        "holds-are-paid",
                        "ledger_hold",
                        "update ledger_hold set posted_paise = 251 where state = 'POSTED'"),
                Arguments.of(
                        "transactions-balance",
                        "ledger_posting",
                        "update ledger_posting set amount_paise = amount_paise + 1 where amount_paise = 250"),
                Arguments.of(
                        "transactions-balance",
                        "ledger_posting",
                        "delete from ledger_posting where amount_paise = 250"));
    }

    @Test
    void books_that_are_in_order_are_found_in_order_and_operators_see_it() {
        Inspection inspection = inspected();

        assertThat(inspection.invariants())
                .extracting(found -> found.invariant().name())
                .containsExactlyInAnyOrder(
                        "books-balance",
                        "nothing-overdrawn",
                        "held-is-open-holds",
                        "holds-are-paid",
                        "balance-is-sum",
                        "transactions-balance");
        assertThat(inspection.invariants()).allSatisfy(found -> {
            assertThat(found.holds()).as(found.toString()).isTrue();
            assertThat(found.looked()).as(found.toString()).isPositive();
        });
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(service.bean(ReadInvariants.class).latest().invariants()).hasSize(6);
            assertThat(service.meters()
                            .get("byajbook.invariants.violations")
                            .tag("invariant", "books-balance")
                            .gauge()
                            .value())
                    .isZero();
            assertThat(service.meters().get("byajbook.invariants.age").gauge().value())
                    .isLessThan(30);
        });
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void finds_what_was_done_behind_its_back(String broken, String table, String wrong) {
        tamper(table, wrong);

        Inspected found = inspected().invariants().stream()
                .filter(each -> each.invariant().name().equals(broken))
                .findFirst()
                .orElseThrow();

        assertThat(found.violations()).isPositive();
        assertThat(found.example()).isNotBlank();
    }

    /** From the beginning, whatever the service's own looks have seen already. */
    private Inspection inspected() {
        Inspect anew = new Inspect(service.bean(ListChecks.class).list(), Clock.systemUTC());
        return Objects.requireNonNull(anew.inspect().block(PATIENCE));
    }

    /** With the rights of the owner of the tables, and all that guards them switched off. */
    private void tamper(String table, String sql) {
        ledger.execute("alter table " + table + " disable trigger user");
        ledger.execute(sql);
        ledger.execute("alter table " + table + " enable trigger user");
    }
}
