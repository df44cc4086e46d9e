/** How many calls may be made twice, over all that this process calls. */
@NullMarked
package com.byajbook.platform.overload.retry;

import org.jspecify.annotations.NullMarked;
