/** The exact words, in both languages. */
@NullMarked
package com.byajbook.notifications.wording;

import org.jspecify.annotations.NullMarked;
