package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.Amounts;
import com.byajbook.loanengine.servicing.domain.ArrearsClass;
import com.byajbook.loanengine.servicing.domain.EntryKind;
import com.byajbook.loanengine.servicing.usecase.CommitEffect.Effect;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Gives up what is outstanding of a non-performing loan, by an operator's word; nobody replaces the lenders' loss. */
public final class WriteOff {

    private final HoldAccounts accounts;
    private final RecordWriteOffs writeOffs;
    private final AnnounceStanding announcing;
    private final CommitEffect transaction;
    private final Clock clock;
    private final ZoneId zone;

    public WriteOff(
            HoldAccounts accounts,
            RecordWriteOffs writeOffs,
            AnnounceStanding announcing,
            CommitEffect transaction,
            Clock clock,
            ZoneId zone) {
        this.accounts = accounts;
        this.writeOffs = writeOffs;
        this.announcing = announcing;
        this.transaction = transaction;
        this.clock = clock;
        this.zone = zone;
    }

    /** Writes the loan off if it is in service and non-performing; by whom and why is kept with it. */
    public Mono<Outcome> writeOff(UUID loanId, Word word) {
        return transaction.commit(
                Mono.defer(() -> accounts.lock(List.of(loanId))).flatMap(held -> writeOff(held, loanId, word)));
    }

    private Mono<Effect<Outcome>> writeOff(Map<UUID, Account> held, UUID loanId, Word word) {
        Account account = held.get(loanId);
        if (account == null) {
            return Mono.just(new Effect<>(Outcome.UNKNOWN, List.of()));
        }
        if (!account.isActive()) {
            return Mono.just(new Effect<>(Outcome.ENDED_BEFORE, List.of()));
        }
        if (account.arrears() != ArrearsClass.NPA) {
            return Mono.just(new Effect<>(Outcome.PERFORMING, List.of()));
        }
        Account after = account.writeOff();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        long given = account.totals().outstandingPaise();
        return accounts.save(List.of(new AccountChange(account, after, List.of(entry(account, after)))))
                .then(Mono.defer(() -> writeOffs.record(loanId, given, word, clock.instant())))
                .then(Mono.defer(() -> announcing.announce(List.of(Standings.changed(after, today)))))
                .map(messages -> new Effect<>(Outcome.WRITTEN_OFF, messages));
    }

    private Entry entry(Account before, Account after) {
        Amounts given = new Amounts(0, 0, 0, before.totals().outstandingPaise());
        return new Entry(after.version(), clock.instant(), EntryKind.WRITE_OFF, given, 0, null);
    }

    /** Who says so, and why. */
    public record Word(String by, String reason) {}

    /** What became of it. */
    public enum Outcome {
        WRITTEN_OFF,
        ENDED_BEFORE,
        /** It is not classed as NPA, so nobody may give it up. */
        PERFORMING,
        UNKNOWN
    }
}
