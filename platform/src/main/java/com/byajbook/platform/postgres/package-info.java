/** A bounded connection pool, its time-outs, and the migrations that run before anything else. */
@NullMarked
package com.byajbook.platform.postgres;

import org.jspecify.annotations.NullMarked;
