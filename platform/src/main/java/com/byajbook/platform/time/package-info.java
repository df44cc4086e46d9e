/** The one clock. */
@NullMarked
package com.byajbook.platform.time;

import org.jspecify.annotations.NullMarked;
