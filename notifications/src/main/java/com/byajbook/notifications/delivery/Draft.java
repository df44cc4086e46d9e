package com.byajbook.notifications.delivery;

import com.byajbook.notifications.wording.Notice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An announcement about to be written; without {@code outgoing} its recipient is not known yet, and it will wait. */
record Draft(Announcement announcement, @Nullable Outgoing outgoing) {

    UUID id() {
        return announcement.id();
    }

    Notice notice() {
        return announcement.notice();
    }

    // Empty stands for "not known yet": an array of texts without nulls travels to PostgreSQL unchanged.

    String channel() {
        return outgoing == null ? "" : outgoing.channel().name();
    }

    String fallbacks() {
        return outgoing == null ? "" : PostgresPendingMessages.joined(outgoing.fallbacks());
    }

    String phone() {
        return outgoing == null ? "" : outgoing.phone();
    }

    String text() {
        return outgoing == null ? "" : outgoing.text();
    }
}
