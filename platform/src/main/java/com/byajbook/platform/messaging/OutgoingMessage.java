package com.byajbook.platform.messaging;

import com.byajbook.platform.message.MessageType;
import java.util.UUID;

/** A message as bytes, with what its envelope needs. The array is shared, not copied: nobody writes to it. */
record OutgoingMessage(UUID id, MessageType type, UUID businessKey, byte[] body) {}
