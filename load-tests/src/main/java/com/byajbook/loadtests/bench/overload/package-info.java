/** {@code bench overload}: what the platform does under more than it can do, with admission and without, as ratios. */
@NullMarked
package com.byajbook.loadtests.bench.overload;

import org.jspecify.annotations.NullMarked;
