/** How long a request may take, as its caller said, on the way to whoever does the work. */
@NullMarked
package com.byajbook.platform.deadline;

import org.jspecify.annotations.NullMarked;
