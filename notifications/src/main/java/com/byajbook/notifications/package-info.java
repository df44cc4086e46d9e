/** The notifications service: events become messages to people. */
@NullMarked
package com.byajbook.notifications;

import org.jspecify.annotations.NullMarked;
