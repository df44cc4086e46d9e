/** The running service against real servers and the partner sandbox. */
@NullMarked
package com.byajbook.notifications.running;

import org.jspecify.annotations.NullMarked;
