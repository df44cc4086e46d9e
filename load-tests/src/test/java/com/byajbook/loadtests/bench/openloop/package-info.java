/** Whether the generator tells the truth. */
@NullMarked
package com.byajbook.loadtests.bench.openloop;

import org.jspecify.annotations.NullMarked;
