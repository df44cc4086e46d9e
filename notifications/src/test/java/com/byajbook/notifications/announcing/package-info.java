/** Tests of which events are worth saying. */
@NullMarked
package com.byajbook.notifications.announcing;

import org.jspecify.annotations.NullMarked;
