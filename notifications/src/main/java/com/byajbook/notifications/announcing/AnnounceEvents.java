package com.byajbook.notifications.announcing;

import com.byajbook.notifications.contacts.PostgresContacts;
import com.byajbook.notifications.delivery.Announcement;
import com.byajbook.notifications.delivery.Announcements;
import com.byajbook.notifications.delivery.Announcements.Written;
import com.byajbook.platform.message.ContactsChanged;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.messaging.MessageTransaction;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes in events: contacts are kept, what is worth saying is written, both once and in one transaction; then delivery starts. */
@Component
class AnnounceEvents {
    static final String QUEUE = "notifications.events";

    private final MessageTransaction transaction;
    private final PostgresContacts contacts;
    private final Announcements announcements;

    AnnounceEvents(MessageTransaction transaction, PostgresContacts contacts, Announcements announcements) {
        this.transaction = transaction;
        this.contacts = contacts;
        this.announcements = announcements;
    }

    /** Completes when the batch is committed. */
    Mono<Void> announce(List<Message> batch) {
        return Mono.defer(() -> {
            List<Written> written = new ArrayList<>(1);
            return transaction
                    .once(QUEUE, batch, fresh -> write(fresh).map(done -> noted(done, written)))
                    .then(Mono.fromRunnable(() -> written.forEach(announcements::deliver)));
        });
    }

    /** The transaction answers with messages for other services, of which there are none; ours stay beside it until the commit. */
    private static List<Message> noted(Written done, List<Written> written) {
        written.add(done);
        return List.of();
    }

    /** Contacts first: an announcement of the same batch then knows its recipient. */
    private Mono<Written> write(List<Message> fresh) {
        List<ContactsChanged.Contact> changed = fresh.stream()
                .filter(ContactsChanged.class::isInstance)
                .flatMap(message -> ((ContactsChanged) message).contacts().stream())
                .toList();
        List<Announcement> said = fresh.stream()
                .flatMap(event -> WorthSaying.about(event).stream())
                .toList();
        return keep(changed).then(Mono.defer(() -> announcements.write(said)));
    }

    private Mono<Void> keep(List<ContactsChanged.Contact> changed) {
        return changed.isEmpty()
                ? Mono.empty()
                : contacts.keep(changed)
                        .then(announcements.recipientsKnown(changed.stream()
                                .map(ContactsChanged.Contact::userId)
                                .distinct()
                                .toList()));
    }
}
