/** How many people arrive in each second of a run, and when each of them is meant to. */
@NullMarked
package com.byajbook.loadtests.load.curve;

import org.jspecify.annotations.NullMarked;
