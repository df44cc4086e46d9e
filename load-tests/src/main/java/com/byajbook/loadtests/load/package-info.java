/** Load tests: one scenario against one platform, measured, judged and reported. */
@NullMarked
package com.byajbook.loadtests.load;

import org.jspecify.annotations.NullMarked;
