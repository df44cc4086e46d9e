package com.byajbook.paymentflow.ledger.domain;

import static com.byajbook.paymentflow.ledger.domain.Ledger.id;
import static com.byajbook.paymentflow.ledger.domain.Ledger.wallet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Commands over few accounts and few ids, so that they meet. */
public final class RandomCommands {

    private static final int LENDERS = 4;
    private static final int IDS = 400;

    private final Random random;

    public RandomCommands(Random random) {
        this.random = random;
    }

    /** So many. */
    public List<LedgerCommand> list(int size, Instant now) {
        return random.ints(size).mapToObj(ignored -> next(now)).toList();
    }

    LedgerCommand next(Instant now) {
        return switch (random.nextInt(8)) {
            case 0 -> new LedgerCommand.Post(Ledger.deposit(anId(), aWallet(), amount()));
            case 1, 2, 3 -> new LedgerCommand.Post(transfer());
            case 4 ->
                new LedgerCommand.Open(Hold.open(
                        anId(), aWallet(), Ledger.LOAN, amount(), now.plus(Duration.ofMinutes(random.nextInt(300)))));
            case 5 -> new LedgerCommand.End(anId(), random.nextBoolean() ? Hold.State.RELEASED : Hold.State.EXPIRED);
            case 6 -> new LedgerCommand.Post(Ledger.settling(transfer(), anId(), amount()));
            default -> reversal();
        };
    }

    private LedgerCommand reversal() {
        int original = random.nextInt(IDS);
        return new LedgerCommand.Reverse(id(original + 1 + random.nextInt(IDS)), id(original));
    }

    private LedgerTransaction transfer() {
        int from = random.nextInt(LENDERS);
        int to = (from + 1 + random.nextInt(LENDERS - 1)) % LENDERS;
        return Ledger.transfer(anId(), wallet(from), wallet(to), amount());
    }

    private UUID anId() {
        return id(random.nextInt(IDS));
    }

    private AccountName aWallet() {
        return wallet(random.nextInt(LENDERS));
    }

    private long amount() {
        return 1L + random.nextInt(1_000);
    }
}
