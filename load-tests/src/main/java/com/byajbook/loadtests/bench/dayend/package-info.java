/** How fast days end: penalties and classes of all loans in service, in bounded batches. */
@NullMarked
package com.byajbook.loadtests.bench.dayend;

import org.jspecify.annotations.NullMarked;
