/**
 * Before this replica is ready it rehearses, with its own requests, what it will be asked: the first second of traffic may be
 * the first second of a spike, and code that was never compiled answers at a tenth of its speed.
 */
@NullMarked
package com.byajbook.api.warmup;

import org.jspecify.annotations.NullMarked;
