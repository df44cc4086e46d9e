package com.byajbook.notifications.delivery;

import com.byajbook.notifications.wording.Notice;
import com.byajbook.platform.id.Ids;
import java.util.UUID;

/**
 * Something to be said to one person because of one event; the event is what makes it happen once.
 *
 * @param eventId of the event, or of the occasion where several events tell of the same one
 */
public record Announcement(UUID eventId, UUID recipient, Notice notice) {

    /** The id under which every gateway sees it, on every attempt and after every redelivery of the event. */
    UUID id() {
        return Ids.v5(eventId, "notification:" + recipient);
    }
}
