/** Effects exactly once over an at-least-once transport: outbox, relay, confirmed publisher, inbox, supervised consumers. */
@NullMarked
package com.byajbook.platform.messaging;

import org.jspecify.annotations.NullMarked;
