package com.byajbook.notifications.delivery;

import com.byajbook.notifications.contacts.Contact;
import com.byajbook.notifications.contacts.PostgresContacts;
import com.byajbook.notifications.wording.Wordings;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Turns announcements into messages with a text and a channel, or into waiting ones while their recipient is unknown. */
@Component
public class Announcements {
    private final PostgresContacts contacts;
    private final PostgresAnnouncements table;
    private final Wordings wordings;
    private final Deliveries deliveries;
    private final Clock clock;

    Announcements(
            PostgresContacts contacts,
            PostgresAnnouncements table,
            Wordings wordings,
            Deliveries deliveries,
            Clock clock) {
        this.contacts = contacts;
        this.table = table;
        this.wordings = wordings;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Messages that were written and are leased to this process until their delivery. */
    public record Written(List<Outgoing> messages) {
        /** Nothing was written. */
        public static final Written NOTHING = new Written(List.of());
    }

    /** Writes the intents within the caller's transaction, each once an event and recipient; commit, then {@link #deliver}. */
    public Mono<Written> write(List<Announcement> said) {
        if (said.isEmpty()) {
            return Mono.just(Written.NOTHING);
        }
        List<Announcement> announcements = once(said);
        Instant now = clock.instant();
        return contacts.find(announcements.stream().map(Announcement::recipient).toList())
                .map(known -> drafts(announcements, known, now))
                .flatMap(drafts -> table.write(drafts, now).map(written -> leased(drafts, written)));
    }

    /** Two events of one batch may be one occasion: the first of them is told. */
    private static List<Announcement> once(List<Announcement> said) {
        Map<UUID, Announcement> byId = new LinkedHashMap<>();
        said.forEach(announcement -> byId.putIfAbsent(announcement.id(), announcement));
        return List.copyOf(byId.values());
    }

    private List<Draft> drafts(List<Announcement> announcements, Map<UUID, Contact> known, Instant now) {
        return announcements.stream()
                .map(announcement -> draft(announcement, known.get(announcement.recipient()), now))
                .toList();
    }

    private Draft draft(Announcement announcement, @Nullable Contact contact, Instant now) {
        return new Draft(
                announcement,
                contact == null
                        ? null
                        : Outgoing.to(
                                contact,
                                announcement.id(),
                                wordings.say(announcement.notice(), contact.name(), contact.language()),
                                now));
    }

    private static Written leased(List<Draft> drafts, Set<UUID> written) {
        return new Written(drafts.stream()
                .filter(draft -> written.contains(draft.id()))
                .map(Draft::outgoing)
                .filter(Objects::nonNull)
                .toList());
    }

    /** Starts the delivery of what was committed; returns at once. */
    public void deliver(Written committed) {
        deliveries.take(committed.messages());
    }

    /** These people are known now: their waiting messages are looked at next; within the caller's transaction. */
    public Mono<Void> recipientsKnown(Collection<UUID> userIds) {
        return table.wake(userIds);
    }
}
