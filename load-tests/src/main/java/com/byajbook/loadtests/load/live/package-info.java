/** People who watch their loans and payments live, and what became of the events that they should have seen. */
@NullMarked
package com.byajbook.loadtests.load.live;

import org.jspecify.annotations.NullMarked;
