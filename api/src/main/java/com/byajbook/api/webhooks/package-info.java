/** What providers tell us, believed only when it is signed. */
@NullMarked
package com.byajbook.api.webhooks;

import org.jspecify.annotations.NullMarked;
