package com.byajbook.platform.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where and how people want to hear from us; up to 500 people a message, so that seeding or an import stays cheap. */
public record ContactsChanged(UUID messageId, Instant occurredAt, List<Contact> contacts) implements Message {

    /** The most contacts in one message. */
    public static final int MAX_CONTACTS = 500;

    public ContactsChanged {
        Checks.present("messageId", messageId);
        Checks.present("occurredAt", occurredAt);
        contacts = List.copyOf(contacts);
        if (contacts.isEmpty() || contacts.size() > MAX_CONTACTS) {
            throw new IllegalArgumentException("1 to " + MAX_CONTACTS + " contacts, but there are " + contacts.size());
        }
    }

    @Override
    public UUID businessKey() {
        return contacts.get(0).userId();
    }

    /**
     * One person's address and wishes.
     *
     * @param version grows with every change; a reader ignores what is older than what it has
     * @param phone E.164, {@code +919000000001}
     * @param language {@code en} or {@code hi}
     * @param channels {@code SMS} and {@code WHATSAPP} in the order of preference
     */
    public record Contact(
            UUID userId, long version, String name, String phone, String language, List<String> channels) {

        public Contact {
            Checks.present("userId", userId);
            Checks.positive("version", version);
            Checks.text("name", name);
            Checks.text("phone", phone);
            Checks.text("language", language);
            channels = List.copyOf(channels);
            if (channels.isEmpty()) {
                throw new IllegalArgumentException("a contact has at least one channel");
            }
        }
    }
}
