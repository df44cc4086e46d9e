package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.Amounts;
import com.byajbook.loanengine.servicing.domain.EntryKind;
import com.byajbook.loanengine.servicing.usecase.CommitEffect.Effect;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Charges the fee for a payment that bounced, as the loan was made with it, once for each payment. */
public final class ChargeBounce {

    private final HoldAccounts accounts;
    private final FindBounceFee fees;
    private final AnnounceStanding announcing;
    private final CommitEffect transaction;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone where a calendar day begins */
    public ChargeBounce(
            HoldAccounts accounts,
            FindBounceFee fees,
            AnnounceStanding announcing,
            CommitEffect transaction,
            Clock clock,
            ZoneId zone) {
        this.accounts = accounts;
        this.fees = fees;
        this.announcing = announcing;
        this.transaction = transaction;
        this.clock = clock;
        this.zone = zone;
    }

    /** Adds the fee to the oldest instalment that is not fully paid. */
    public Mono<Outcome> charge(UUID loanId, UUID paymentId) {
        return transaction.commit(Mono.defer(() -> accounts.lock(List.of(loanId)))
                .flatMap(held -> fees.isCharged(loanId, paymentId)
                        .flatMap(before -> before ? none(Outcome.CHARGED_BEFORE) : charge(held, loanId, paymentId))));
    }

    private Mono<Effect<Outcome>> charge(Map<UUID, Account> held, UUID loanId, UUID paymentId) {
        Account account = held.get(loanId);
        if (account == null
                || !account.isActive()
                || account.terms().conditions().bounceChargePaise() == 0) {
            return none(Outcome.NOTHING_TO_CHARGE);
        }
        long paise = account.terms().conditions().bounceChargePaise();
        Account after = account.chargeFee(paise);
        Entry entry =
                new Entry(after.version(), clock.instant(), EntryKind.FEE, new Amounts(0, paise, 0, 0), 0, paymentId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return accounts.save(List.of(new AccountChange(account, after, List.of(entry))))
                .then(Mono.defer(() -> announcing.announce(List.of(Standings.changed(after, today)))))
                .map(messages -> new Effect<>(Outcome.CHARGED, messages));
    }

    private static Mono<Effect<Outcome>> none(Outcome outcome) {
        return Mono.just(new Effect<>(outcome, List.of()));
    }

    /** What became of it. */
    public enum Outcome {
        CHARGED,
        CHARGED_BEFORE,
        NOTHING_TO_CHARGE
    }
}
