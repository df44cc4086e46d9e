package com.byajbook.notifications.delivery;

import com.byajbook.notifications.wording.Notice;
import java.time.Instant;
import java.util.UUID;

/** An early message: its recipient is not known yet. @param looks how often we looked in vain */
record WaitingMessage(UUID id, UUID recipient, Notice notice, int looks, Instant createdAt) {}
