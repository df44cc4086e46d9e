package com.byajbook.paymentflow.stories;

import static com.byajbook.paymentflow.ledger.domain.Ledger.deposit;
import static com.byajbook.paymentflow.ledger.domain.Ledger.settling;
import static com.byajbook.paymentflow.ledger.domain.Ledger.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.byajbook.paymentflow.ledger.domain.AccountKind;
import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.Funds;
import com.byajbook.paymentflow.ledger.domain.Hold;
import com.byajbook.paymentflow.ledger.domain.Ledger;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand.End;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand.Open;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand.Post;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand.Reverse;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Done;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Refused;
import com.byajbook.paymentflow.ledger.domain.RandomCommands;
import com.byajbook.paymentflow.ledger.usecase.ReadAccounts;
import com.byajbook.paymentflow.ledger.usecase.ReadAccounts.Line;
import com.byajbook.paymentflow.ledger.usecase.ReadAccounts.Page;
import com.byajbook.paymentflow.ledger.usecase.ReadAccounts.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** The ledger on a real PostgreSQL, and what the database itself keeps anybody from. */
class LedgerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(50);
    /** As many as there are connections: more would be refused at their gate. */
    private static final int AT_ONCE = 8;

    private static final Done DONE = new Done(false);
    private static final Done DONE_BEFORE = new Done(true);

    private static RunningService service;
    private static StoredLedger ledger;

    private final AccountName rich = wallet();
    private final AccountName poor = wallet();

    @BeforeAll
    static void start() {
        service = RunningService.start();
        ledger = new StoredLedger(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Whatever a story did, the books are in order afterwards. */
    @AfterEach
    void the_books_are_in_order() {
        assertThat(ledger.number("select coalesce(sum(balance_paise), 0)::bigint from ledger_account"))
                .isZero();
        assertThat(ledger.number("""
                        select count(*) from ledger_account as a where balance_paise <>
                            (select coalesce(sum(amount_paise), 0) from ledger_posting as p where p.account_id = a.account_id)
                        """))
                .as("accounts whose balance is not the sum of their postings")
                .isZero();
        assertThat(ledger.number("""
                        select count(*) from ledger_account as a where held_paise <>
                            (select coalesce(sum(amount_paise), 0) from ledger_hold as h
                            where h.account_id = a.account_id and h.state = 'OPEN')
                        """))
                .as("accounts on which is held what no open hold holds")
                .isZero();
    }

    @Test
    void the_chart_of_accounts_is_the_code_s() {
        List<String> chart = service.database()
                .sql("select kind || ' ' || name || ' ' || side || ' ' || owned as line"
                        + " from account_kind join ledger_book using (book)")
                .map(row -> Objects.requireNonNull(row.get("line", String.class)))
                .all()
                .collectList()
                .block(PATIENCE);

        assertThat(chart)
                .containsExactlyInAnyOrderElementsOf(Stream.of(AccountKind.values())
                        .map(kind -> kind + " " + kind.book() + " " + kind.side() + " " + kind.isOwned())
                        .toList());
    }

    @Test
    void a_transaction_moves_money_once() {
        LedgerCommand deposit = new Post(deposit(UUID.randomUUID(), rich, 900));

        assertThat(ledger.apply(deposit)).isEqualTo(DONE);
        assertThat(ledger.apply(deposit)).isEqualTo(DONE_BEFORE);

        assertThat(ledger.funds(rich)).isEqualTo(new Funds(-900, 0));
    }

    @Test
    void an_id_does_not_come_back_with_another_content() {
        UUID id = UUID.randomUUID();
        ledger.apply(new Post(deposit(id, rich, 900)));

        assertThat(ledger.apply(new Post(deposit(id, rich, 901))))
                .isEqualTo(new Refused(Reason.ID_WITH_OTHER_CONTENT, 0));
    }

    @Test
    void holds_are_opened_posted_in_part_released_and_expire() {
        give(rich, 1_000);
        Hold posted = hold(rich, 600);
        Hold released = hold(rich, 300);
        assertThat(ledger.apply(List.of(new Open(posted), new Open(released)))).containsExactly(DONE, DONE);
        assertThat(ledger.funds(rich)).isEqualTo(new Funds(-1_000, 900));

        UUID funding = UUID.randomUUID();
        assertThat(ledger.apply(new Post(settling(transfer(funding, rich, poor, 450), posted.id(), 450))))
                .isEqualTo(DONE);
        assertThat(ledger.apply(new End(released.id(), Hold.State.RELEASED))).isEqualTo(DONE);

        assertThat(ledger.funds(rich)).isEqualTo(new Funds(-550, 0));
        assertThat(ledger.apply(new End(posted.id(), Hold.State.RELEASED)))
                .isEqualTo(new Refused(Reason.HOLD_RESOLVED, 0));
        assertThat(ledger.apply(new End(released.id(), Hold.State.RELEASED))).isEqualTo(DONE_BEFORE);
    }

    @Test
    void a_reversal_is_a_transaction_of_its_own() {
        UUID original = UUID.randomUUID();
        UUID reversal = UUID.randomUUID();
        ledger.apply(new Post(deposit(original, rich, 700)));

        assertThat(ledger.apply(new Reverse(reversal, original))).isEqualTo(DONE);

        assertThat(ledger.funds(rich)).isEqualTo(Funds.NONE);
        assertThat(ledger.apply(new Reverse(reversal, original))).isEqualTo(DONE_BEFORE);
        assertThat(ledger.apply(new Reverse(UUID.randomUUID(), original)))
                .isEqualTo(new Refused(Reason.REVERSED_BEFORE, 0));
        assertThat(service.count("ledger_transaction where transaction_id = $1", original))
                .isOne();
    }

    @Test
    void a_hold_whose_time_is_over_is_given_back_by_itself() {
        give(rich, 100);
        Hold hold = Hold.open(
                UUID.randomUUID(), rich, UUID.randomUUID(), 60, Instant.now().plusMillis(300));
        assertThat(ledger.apply(new Open(hold))).isEqualTo(DONE);
        assertThat(ledger.funds(rich)).isEqualTo(new Funds(-100, 60));

        await().untilAsserted(() -> assertThat(ledger.funds(rich)).isEqualTo(new Funds(-100, 0)));

        assertThat(service.count("ledger_hold where state = 'EXPIRED' and hold_id = $1", hold.id()))
                .isOne();
    }

    @Test
    void a_statement_goes_back_page_by_page_and_its_balances_are_those_of_its_times() {
        ReadAccounts reading = service.bean(ReadAccounts.class);
        for (int i = 1; i <= 25; i++) {
            give(rich, i);
            ledger.apply(new Post(transfer(UUID.randomUUID(), rich, poor, 1)));
        }

        List<Line> lines = new ArrayList<>();
        Page page = page(reading, null);
        lines.addAll(page.lines());
        while (page.next() != null) {
            page = page(reading, page.next());
            lines.addAll(page.lines());
        }

        assertThat(lines)
                .hasSize(50)
                .isSortedAccordingTo(Comparator.comparing(Line::bookedAt).reversed());
        assertThat(lines.get(0).balancePaise()).isEqualTo(-(25 * 26 / 2) + 25);
        assertThat(lines.get(49).balancePaise())
                .isEqualTo(lines.get(49).amountPaise())
                .isEqualTo(-1);
        for (Line line : lines) {
            assertThat(reading.balanceAsOf(rich, line.bookedAt()).block(PATIENCE))
                    .isEqualTo(line.balancePaise());
        }
        assertThat(reading.funds(rich).block(PATIENCE)).isEqualTo(ledger.funds(rich));
        assertThat(reading.balanceAsOf(rich, Instant.EPOCH).block(PATIENCE)).isZero();
    }

    private Page page(ReadAccounts reading, @Nullable Position before) {
        return Objects.requireNonNull(reading.statement(rich, before, 10).block(PATIENCE));
    }

    /** The store does what books in memory do, command by command, and a refusal writes nothing. */
    @Test
    void does_what_the_model_does_for_random_batches() {
        RandomCommands commands = new RandomCommands(new Random(20_261_108));
        Ledger model = new Ledger();
        // Nothing is over for the service itself, which gives back by its own clock.
        model.now = Instant.parse("2099-01-01T00:00:00Z");
        try (RunningService other = RunningService.start()) {
            StoredLedger stored = new StoredLedger(other);
            for (int batch = 0; batch < 120; batch++) {
                List<LedgerCommand> some = commands.list(25, model.now);

                assertThat(stored.applyAt(model.now, some)).isEqualTo(model.apply(some));

                assertThat(stored.funds()).isEqualTo(used(model.funds));
                model.now = model.now.plus(Duration.ofMinutes(10));
            }
        }
    }

    @Test
    void two_hundred_race_for_a_lender_s_last_rupees_and_none_is_spent_twice() {
        give(rich, 10_000);
        List<LedgerCommand> race = Stream.<LedgerCommand>generate(
                        () -> new Post(transfer(UUID.randomUUID(), rich, poor, 100)))
                .limit(200)
                .toList();

        List<LedgerOutcome> outcomes = Objects.requireNonNull(Flux.fromIterable(race)
                .flatMap(command -> ledger.asked(List.of(command)), AT_ONCE)
                .flatMapIterable(outcome -> outcome)
                .collectList()
                .block(PATIENCE));

        assertThat(outcomes).filteredOn(LedgerOutcome::isDone).hasSize(100);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.isDone())
                .containsOnly(new Refused(Reason.INSUFFICIENT_FUNDS, 0));
        assertThat(ledger.funds(rich)).isEqualTo(Funds.NONE);
    }

    @Test
    void the_same_transaction_asked_for_at_once_is_booked_once() {
        LedgerCommand deposit = new Post(deposit(UUID.randomUUID(), rich, 50));
        List<LedgerOutcome> outcomes = Objects.requireNonNull(Flux.range(0, 40)
                .flatMap(i -> ledger.asked(List.of(deposit)), AT_ONCE)
                .flatMapIterable(outcome -> outcome)
                .collectList()
                .block(PATIENCE));

        assertThat(outcomes)
                .containsOnlyOnce(DONE)
                .filteredOn(DONE_BEFORE::equals)
                .hasSize(39);
        assertThat(ledger.funds(rich)).isEqualTo(new Funds(-50, 0));
    }

    /** Large batches in any order, each with two shared accounts: every one holds some locks while it waits for others. */
    @Test
    void batches_over_the_same_accounts_never_deadlock() {
        List<AccountName> lenders = Stream.generate(LedgerIT::wallet).limit(60).toList();
        List<List<LedgerCommand>> batches = IntStream.range(0, 60)
                .mapToObj(seed -> batch(lenders, new Random(seed)))
                .toList();

        List<LedgerOutcome> outcomes = Objects.requireNonNull(Flux.fromIterable(batches)
                .flatMap(ledger::asked, AT_ONCE)
                .flatMapIterable(outcome -> outcome)
                .collectList()
                .block(PATIENCE));

        assertThat(outcomes).hasSize(60 * 60).containsOnly(DONE);
    }

    @Test
    void what_was_not_committed_never_was() {
        give(rich, 100);
        Hold hold = hold(rich, 50);

        assertThatThrownBy(() -> ledger.diesBeforeItsCommit(
                                List.of(new Open(hold), new Post(transfer(UUID.randomUUID(), rich, poor, 50))))
                        .block(PATIENCE))
                .hasMessage("died");

        assertThat(ledger.funds(rich)).isEqualTo(new Funds(-100, 0));
        assertThat(service.count("ledger_hold where hold_id = $1", hold.id())).isZero();
    }

    @Test
    void the_database_refuses_what_is_out_of_balance_or_crosses_or_is_not_whole() {
        give(rich, 100);
        refusesPostings("out of balance", 2, "('LENDERS_ESCROW', 5), ('LENDERS_ESCROW_FEES', -4)");
        refusesPostings("out of balance", 2, "('LENDERS_ESCROW', 5), ('BORROWERS_ESCROW_FEES', -5)");
        refusesPostings("does not come whole", 3, "('LENDERS_ESCROW', 5), ('LENDERS_ESCROW_FEES', -5)");
        assertThatThrownBy(() -> ledger.execute("""
                        insert into ledger_posting (account_id, transaction_no, book, amount_paise, booked_at)
                        select account_id, (select max(transaction_no) from ledger_transaction), book,
                            case kind when 'PLATFORM_BANK' then 1 else -1 end, now()
                        from ledger_account where kind in ('PLATFORM_BANK', 'FEE_INCOME')
                        """))
                .as("a line that comes later")
                .hasMessageContaining("does not come whole");
    }

    @Test
    void the_database_lets_nobody_be_overdrawn_and_nothing_be_changed() {
        give(rich, 100);

        assertThatThrownBy(() -> ledger.execute(
                        "update ledger_account set held_paise = 101 where owner_id = '" + rich.ownerId() + "'"))
                .hasMessageContaining("not_overdrawn");
        for (String sql : List.of(
                "update ledger_posting set amount_paise = 1",
                "delete from ledger_posting",
                "truncate ledger_posting",
                "update ledger_transaction set purpose = 'PAYOUT'",
                "delete from ledger_transaction",
                "delete from ledger_hold")) {
            assertThatThrownBy(() -> ledger.execute(sql)).as(sql).hasMessageContaining("never changed");
        }
    }

    @Test
    void the_database_resolves_a_hold_once() {
        give(rich, 100);
        Hold hold = hold(rich, 50);
        ledger.apply(new Open(hold));
        ledger.apply(new End(hold.id(), Hold.State.RELEASED));

        assertThatThrownBy(() ->
                        ledger.execute("update ledger_hold set state = 'EXPIRED' where hold_id = '" + hold.id() + "'"))
                .hasMessageContaining("resolved once");
    }

    private static void refusesPostings(String why, int postings, String lines) {
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() -> ledger.execute("""
                        with booked as (
                            insert into ledger_transaction
                                (transaction_id, purpose, subject_id, fingerprint, postings, booked_at)
                            values ('%s', 'ADJUSTMENT', '%s', '%s', %d, now()) returning transaction_no
                        )
                        insert into ledger_posting (account_id, transaction_no, book, amount_paise, booked_at)
                        select account_id, transaction_no, book, paise, now()
                        from booked, (values %s) as line (kind, paise) join ledger_account using (kind)
                        """.formatted(id, id, id, postings, lines)))
                .as(lines)
                .hasMessageContaining(why);
        assertThat(service.count("ledger_transaction where transaction_id = $1", id))
                .isZero();
    }

    private static List<LedgerCommand> batch(List<AccountName> lenders, Random random) {
        List<AccountName> shuffled = new ArrayList<>(lenders);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .<LedgerCommand>map(lender -> new Post(deposit(UUID.randomUUID(), lender, 1L + random.nextInt(9))))
                .toList();
    }

    private static Map<AccountName, Funds> used(Map<AccountName, Funds> funds) {
        return funds.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(Funds.NONE))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void give(AccountName wallet, long paise) {
        assertThat(ledger.apply(new Post(deposit(UUID.randomUUID(), wallet, paise))))
                .isEqualTo(DONE);
    }

    private static Hold hold(AccountName account, long paise) {
        return Hold.open(UUID.randomUUID(), account, UUID.randomUUID(), paise, Instant.parse("2099-01-01T00:00:00Z"));
    }

    private static AccountName wallet() {
        return AccountName.of(AccountKind.LENDER_WALLET, UUID.randomUUID());
    }
}
