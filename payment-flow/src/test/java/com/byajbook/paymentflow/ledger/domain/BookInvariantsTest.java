package com.byajbook.paymentflow.ledger.domain;

import static com.byajbook.paymentflow.ledger.domain.Ledger.escrow;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random sequences of operations, with ids and holds that come back, and what must hold after each of them. */
class BookInvariantsTest {

    private static final int STEPS = 3_000;

    private final Ledger ledger = new Ledger().with(0, 5_000).with(1, 5_000);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void hold_after_each_of_many_random_commands(long seed) {
        RandomCommands commands = new RandomCommands(new Random(seed));
        int done = 0;
        int refused = 0;
        for (int step = 0; step < STEPS; step++) {
            LedgerCommand command = commands.next(ledger.now);
            List<Object> before = ledger.everything();

            LedgerOutcome outcome = ledger.apply(command);

            boolean changed = !before.equals(ledger.everything());
            assertThat(changed).as("%s: %s", command, outcome).isEqualTo(outcome.equals(new LedgerOutcome.Done(false)));
            check();
            done += outcome.isDone() ? 1 : 0;
            refused += outcome.isDone() ? 0 : 1;
            ledger.now = ledger.now.plus(Duration.ofMinutes(1));
        }
        assertThat(done).as("enough was done to mean something").isGreaterThan(STEPS / 10);
        assertThat(refused).as("enough was refused to mean something").isGreaterThan(STEPS / 10);
    }

    /** A batch is its commands one by one. */
    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void a_batch_does_what_its_commands_do_one_by_one(long seed) {
        Ledger single = new Ledger();
        RandomCommands commands = new RandomCommands(new Random(seed));
        Ledger whole = new Ledger();
        for (int batch = 0; batch < 100; batch++) {
            List<LedgerCommand> some = commands.list(30, whole.now);

            List<LedgerOutcome> outcomes = whole.apply(some);

            assertThat(some.stream().map(single::apply).toList()).isEqualTo(outcomes);
            assertThat(single.everything()).isEqualTo(whole.everything());
        }
    }

    private void check() {
        assertThat(sum(Funds::balancePaise)).as("the sum of all balances").isZero();
        assertThat(-ledger.fundsOf(escrow()).balancePaise())
                .as("the escrow has what the wallets have")
                .isEqualTo(sumOfWallets());
        ledger.funds.forEach((account, funds) -> {
            if (account.kind().isOwned()) {
                assertThat(funds.availablePaise())
                        .as("available on %s", account)
                        .isNotNegative();
                assertThat(funds.heldPaise()).as("held on %s", account).isEqualTo(openHolds(account));
            }
            assertThat(funds.balancePaise()).as("balance of %s", account).isEqualTo(postings(account));
        });
    }

    private long openHolds(AccountName account) {
        return ledger.holds.values().stream()
                .filter(hold -> hold.isOpen() && hold.account().equals(account))
                .mapToLong(Hold::amountPaise)
                .sum();
    }

    private long postings(AccountName account) {
        return ledger.transactions.values().stream()
                .flatMap(transaction -> transaction.postings().stream())
                .filter(posting -> posting.account().equals(account))
                .mapToLong(Posting::amountPaise)
                .sum();
    }

    private long sumOfWallets() {
        return ledger.funds.entrySet().stream()
                .filter(entry -> entry.getKey().kind().isOwned())
                .map(Map.Entry::getValue)
                .mapToLong(Funds::balancePaise)
                .sum();
    }

    private long sum(ToLongFunction<Funds> figure) {
        return ledger.funds.values().stream().mapToLong(figure).sum();
    }
}
