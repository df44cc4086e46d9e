/** What is worth saying: events in, contacts kept and notifications written, once. */
@NullMarked
package com.byajbook.notifications.announcing;

import org.jspecify.annotations.NullMarked;
