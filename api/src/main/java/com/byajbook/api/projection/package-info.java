/** The present status of loans and payments and the stream of their changes, kept in Redis for speed; never the truth. */
@NullMarked
package com.byajbook.api.projection;

import org.jspecify.annotations.NullMarked;
