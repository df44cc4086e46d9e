package com.byajbook.notifications.contacts;

import com.byajbook.notifications.wording.Language;
import java.util.List;
import java.util.UUID;

/** Where and how one person wants to hear from us. @param channels at least one, in the order of preference */
public record Contact(UUID userId, String name, String phone, Language language, List<Channel> channels) {

    /** Refuses a person who could not be reached at all. */
    public Contact {
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a contact has at least one channel");
        }
    }
}
