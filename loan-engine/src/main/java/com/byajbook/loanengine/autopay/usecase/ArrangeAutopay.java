package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.loanengine.autopay.domain.Autopay;
import com.byajbook.loanengine.autopay.domain.AutopayState;
import com.byajbook.loanengine.autopay.domain.CollectionRules;
import com.byajbook.loanengine.servicing.usecase.ListOwed.OwedLoan;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.SetAutopay;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Turns the autopay of loans on and off, as their borrowers wish and as their payers allow. */
public final class ArrangeAutopay {

    private final Transactions transactions;
    private final KeepAutopays autopays;
    private final FindOwed owed;
    private final CollectionRules rules;
    private final Clock clock;

    public ArrangeAutopay(
            Transactions transactions, KeepAutopays autopays, FindOwed owed, CollectionRules rules, Clock clock) {
        this.transactions = transactions;
        this.autopays = autopays;
        this.owed = owed;
        this.rules = rules;
        this.clock = clock;
    }

    /** Completes when what borrowers wish is committed, by this call or by an earlier one. */
    public Mono<Void> set(List<SetAutopay> wishes) {
        return transactions.once(wishes, this::follow);
    }

    /** Completes when what payers said is committed. */
    public Mono<Void> learn(List<MandateChanged> news) {
        return transactions.once(news, this::note);
    }

    private Mono<List<Message>> follow(List<SetAutopay> wishes) {
        Set<UUID> loans = wishes.stream().map(SetAutopay::loanId).collect(Collectors.toSet());
        return autopays.lock(loans)
                .flatMap(held -> owed.lock(loans).map(served -> follow(wishes, held, served)))
                .flatMap(this::save);
    }

    private Changes follow(List<SetAutopay> wishes, Map<UUID, Autopay> held, Map<UUID, OwedLoan> served) {
        Changes changes = new Changes(held);
        for (SetAutopay wish : wishes) {
            Autopay known = changes.current.get(wish.loanId());
            if (wish.enabled()) {
                request(wish, known, served.get(wish.loanId())).ifPresent(asked -> {
                    changes.put(asked);
                    changes.messages.add(AutopayMessages.register(asked, rules));
                });
            } else if (known != null && known.isOpen() && known.borrowerId().equals(wish.borrowerId())) {
                Autopay left = known.revoke(null, clock.instant());
                changes.put(left);
                changes.messages.add(AutopayMessages.revoke(left));
            }
        }
        return changes;
    }

    /** Empty when the loan is not in service, is somebody else's, or has it. */
    private Optional<Autopay> request(SetAutopay wish, @Nullable Autopay known, @Nullable OwedLoan loan) {
        if (loan == null || !loan.borrowerId().equals(wish.borrowerId()) || known != null && known.isOpen()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        UUID loanId = wish.loanId();
        return Optional.of(
                known == null
                        ? Autopay.request(loanId, wish.borrowerId(), AutopayMessages.mandateId(loanId, 1), now)
                        : known.requestAgain(AutopayMessages.mandateId(loanId, known.turn() + 1), now));
    }

    private Mono<List<Message>> note(List<MandateChanged> news) {
        Set<UUID> loans = news.stream().map(MandateChanged::loanId).collect(Collectors.toSet());
        return autopays.lock(loans).map(held -> note(news, held)).flatMap(this::save);
    }

    private Changes note(List<MandateChanged> news, Map<UUID, Autopay> held) {
        Changes changes = new Changes(held);
        for (MandateChanged each : news) {
            Autopay known = changes.current.get(each.loanId());
            // What is said of an earlier turn's mandate is history.
            if (known != null && known.mandateId().equals(each.mandateId()) && known.isOpen()) {
                after(known, each).ifPresent(changes::put);
            }
        }
        return changes;
    }

    private Optional<Autopay> after(Autopay known, MandateChanged news) {
        Instant now = clock.instant();
        boolean waiting = known.state() == AutopayState.REQUESTED;
        return switch (news.status()) {
            case ACTIVE -> waiting ? Optional.of(known.activate(rules.day(now), now)) : Optional.empty();
            case REJECTED -> waiting ? Optional.of(known.reject(news.reason(), now)) : Optional.empty();
            case REVOKED -> Optional.of(known.revoke(news.reason(), now));
        };
    }

    private Mono<List<Message>> save(Changes changes) {
        return autopays.save(List.copyOf(changes.changed.values())).thenReturn(changes.messages);
    }

    /** Autopays as a batch leaves them, each change on top of the one before. */
    private static final class Changes {

        private final Map<UUID, Autopay> current;
        private final Map<UUID, Autopay> changed = new LinkedHashMap<>();
        private final List<Message> messages = new ArrayList<>();

        Changes(Map<UUID, Autopay> held) {
            this.current = new LinkedHashMap<>(held);
        }

        void put(Autopay autopay) {
            current.put(autopay.loanId(), autopay);
            changed.put(autopay.loanId(), autopay);
        }
    }
}
