package com.byajbook.notifications.delivery;

import com.byajbook.notifications.contacts.Channel;
import com.byajbook.notifications.contacts.Contact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message on its way to a phone.
 *
 * @param id stays the same on every attempt and channel
 * @param fallbacks the channels to try when this one definitely refuses, in order
 * @param attempts how often this channel's gateway was really asked
 */
record Outgoing(
        UUID id, Channel channel, List<Channel> fallbacks, String phone, String text, int attempts, Instant createdAt) {

    Outgoing {
        fallbacks = List.copyOf(fallbacks);
    }

    static Outgoing to(Contact contact, UUID id, String text, Instant createdAt) {
        List<Channel> channels = contact.channels();
        return new Outgoing(
                id, channels.get(0), channels.subList(1, channels.size()), contact.phone(), text, 0, createdAt);
    }

    Outgoing triedAgain() {
        return new Outgoing(id, channel, fallbacks, phone, text, attempts + 1, createdAt);
    }

    /** The same by the next channel. */
    Outgoing byNextChannel() {
        return new Outgoing(id, fallbacks.get(0), fallbacks.subList(1, fallbacks.size()), phone, text, 0, createdAt);
    }
}
