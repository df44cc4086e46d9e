/** Tests of what watchers should have seen. */
@NullMarked
package com.byajbook.loadtests.load.live;

import org.jspecify.annotations.NullMarked;
