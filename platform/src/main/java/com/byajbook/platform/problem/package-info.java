/** The sealed taxonomy of failures and its one mapping to RFC 9457 problems. */
@NullMarked
package com.byajbook.platform.problem;

import org.jspecify.annotations.NullMarked;
