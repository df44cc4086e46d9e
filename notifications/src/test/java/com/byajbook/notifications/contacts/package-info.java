/** Tests of what is known about people. */
@NullMarked
package com.byajbook.notifications.contacts;

import org.jspecify.annotations.NullMarked;
