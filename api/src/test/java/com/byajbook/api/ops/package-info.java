/** The ops surface: what it concludes without servers, and what it serves with them, to programs and to a browser. */
@NullMarked
package com.byajbook.api.ops;

import org.jspecify.annotations.NullMarked;
