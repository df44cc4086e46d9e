/** What happened to each arrival, counted from when it was meant to start, and the figures that come of it. */
@NullMarked
package com.byajbook.loadtests.load.record;

import org.jspecify.annotations.NullMarked;
