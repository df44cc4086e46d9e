/** How it gets there: intents first, then one lane a channel, with leases, bounded retries and fallbacks. */
@NullMarked
package com.byajbook.notifications.delivery;

import org.jspecify.annotations.NullMarked;
