/** Whom to say it to: a projection of people's phones, languages and channels. */
@NullMarked
package com.byajbook.notifications.contacts;

import org.jspecify.annotations.NullMarked;
