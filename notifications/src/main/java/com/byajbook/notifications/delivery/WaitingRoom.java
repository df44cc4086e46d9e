package com.byajbook.notifications.delivery;

import com.byajbook.notifications.contacts.Contact;
import com.byajbook.notifications.contacts.PostgresContacts;
import com.byajbook.notifications.wording.Wordings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Early messages, until their recipients are known.
 *
 * <p>An event and its recipient's contact may be worked on at the same moment, in two transactions that do not see each other. So being
 * woken is not enough: each waiting message is looked at again by itself, less and less often, until it is too old.
 */
@Component
class WaitingRoom {
    private final PostgresAnnouncements table;
    private final PostgresContacts contacts;
    private final Wordings wordings;
    private final Deliveries deliveries;
    private final TransactionalOperator transaction;
    private final WaitingProperties limits;
    private final Clock clock;

    WaitingRoom(
            PostgresAnnouncements table,
            PostgresContacts contacts,
            Wordings wordings,
            Deliveries deliveries,
            TransactionalOperator transaction,
            WaitingProperties limits,
            Clock clock) {
        this.table = table;
        this.contacts = contacts;
        this.wordings = wordings;
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.limits = limits;
        this.clock = clock;
    }

    private record Sorted(
            List<Outgoing> addressed, List<WaitingMessage> stillUnknown, List<WaitingMessage> tooOld, Instant now) {
        int size() {
            return addressed.size() + stillUnknown.size() + tooOld.size();
        }
    }

    /** Looks at everything that is due, one bounded transaction after the other; answers with the size of the last. */
    Mono<Long> look() {
        return Mono.defer(this::lookOnce)
                .repeat()
                .takeUntil(looked -> looked < limits.claimBatch())
                .last(0L);
    }

    private Mono<Long> lookOnce() {
        return table.lockWaiting(limits.claimBatch())
                .collectList()
                .flatMap(this::sort)
                .flatMap(this::write)
                .as(transaction::transactional)
                .map(this::deliver);
    }

    private Mono<Sorted> sort(List<WaitingMessage> due) {
        return contacts.find(due.stream().map(WaitingMessage::recipient).toList())
                .map(known -> sorted(due, known));
    }

    private Sorted sorted(List<WaitingMessage> due, Map<UUID, Contact> known) {
        Instant now = clock.instant();
        Instant oldest = now.minus(limits.giveUpAfter());
        List<Outgoing> addressed =
                due.stream().flatMap(message -> addressed(message, known)).toList();
        List<WaitingMessage> unknown = due.stream()
                .filter(message -> !known.containsKey(message.recipient()))
                .toList();
        return new Sorted(
                addressed,
                unknown.stream()
                        .filter(message -> !message.createdAt().isBefore(oldest))
                        .toList(),
                unknown.stream()
                        .filter(message -> message.createdAt().isBefore(oldest))
                        .toList(),
                now);
    }

    private Stream<Outgoing> addressed(WaitingMessage message, Map<UUID, Contact> known) {
        Contact contact = known.get(message.recipient());
        return contact == null
                ? Stream.empty()
                : Stream.of(Outgoing.to(
                        contact,
                        message.id(),
                        wordings.say(message.notice(), contact.name(), contact.language()),
                        message.createdAt()));
    }

    private Mono<Sorted> write(Sorted sorted) {
        return whenAny(sorted.addressed(), table.address(sorted.addressed(), sorted.now()))
                .then(whenAny(sorted.stillUnknown(), table.lookAgain(sorted.stillUnknown(), sorted.now())))
                .then(whenAny(sorted.tooOld(), table.giveUp(sorted.tooOld(), sorted.now())))
                .thenReturn(sorted);
    }

    private static Mono<Void> whenAny(List<?> rows, Mono<Void> write) {
        return rows.isEmpty() ? Mono.empty() : write;
    }

    private long deliver(Sorted committed) {
        deliveries.take(committed.addressed());
        return committed.size();
    }
}
