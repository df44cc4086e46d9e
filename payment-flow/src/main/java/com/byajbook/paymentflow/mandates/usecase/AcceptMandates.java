package com.byajbook.paymentflow.mandates.usecase;

import com.byajbook.paymentflow.mandates.domain.Mandate;
import com.byajbook.paymentflow.payments.usecase.Transactions;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.RegisterMandate;
import com.byajbook.platform.message.RevokeMandate;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes on what the loan engine wants of mandates. The provider is called only after the commit. */
public final class AcceptMandates {

    /** The queue, and the name in the inbox. */
    public static final String CONSUMER = "payment-flow.mandates";

    private final Transactions transactions;
    private final KeepMandates mandates;
    private final Clock clock;

    public AcceptMandates(Transactions transactions, KeepMandates mandates, Clock clock) {
        this.transactions = transactions;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** Completes when all of it is stored. */
    public Mono<Void> accept(List<? extends Message> batch) {
        return transactions.once(CONSUMER, List.<Message>copyOf(batch), this::take);
    }

    private Mono<List<Message>> take(List<Message> commands) {
        Set<UUID> ids = commands.stream().map(Message::businessKey).collect(Collectors.toSet());
        return mandates.lock(ids)
                .map(held -> changed(commands, held))
                .flatMap(changed -> mandates.save(changed).thenReturn(news(changed)));
    }

    private List<Mandate> changed(List<Message> commands, Map<UUID, Mandate> held) {
        Instant now = clock.instant();
        Map<UUID, Mandate> current = new LinkedHashMap<>(held);
        commands.forEach(command -> current.put(
                command.businessKey(),
                Objects.requireNonNull(after(command, current.get(command.businessKey()), now))));
        return current.values().stream()
                .filter(mandate -> !mandate.equals(held.get(mandate.mandateId())))
                .toList();
    }

    /** A mandate is asked for once; giving it back may overtake that, and wins. */
    private static Mandate after(Message command, @Nullable Mandate known, Instant now) {
        if (command instanceof RegisterMandate wish) {
            return known == null
                    ? Mandate.request(wish.mandateId(), wish.loanId(), wish.payerId(), wish.maxAmountPaise(), now)
                    : known;
        }
        if (command instanceof RevokeMandate wish) {
            return known == null
                    ? Mandate.neverAsked(wish.mandateId(), wish.loanId(), wish.payerId(), now)
                    : known.revoke(now);
        }
        throw new IllegalArgumentException(
                "no mandate is meant by a " + command.getClass().getSimpleName());
    }

    private static List<Message> news(List<Mandate> changed) {
        return changed.stream()
                .flatMap(mandate -> MandateNews.of(mandate).stream())
                .toList();
    }
}
