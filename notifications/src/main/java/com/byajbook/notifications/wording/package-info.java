/** What is said: the texts of both languages, filled with the facts of one event. */
@NullMarked
package com.byajbook.notifications.wording;

import org.jspecify.annotations.NullMarked;
