/** Calls to partners and sister services, each with a deadline, a bounded pool and a circuit breaker. */
@NullMarked
package com.byajbook.platform.remote;

import org.jspecify.annotations.NullMarked;
