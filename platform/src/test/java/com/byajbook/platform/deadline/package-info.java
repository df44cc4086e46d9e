/** How long is left. */
@NullMarked
package com.byajbook.platform.deadline;

import org.jspecify.annotations.NullMarked;
