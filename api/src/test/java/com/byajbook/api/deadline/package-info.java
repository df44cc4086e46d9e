/** How long is left. */
@NullMarked
package com.byajbook.api.deadline;

import org.jspecify.annotations.NullMarked;
