/** Whether what must always hold does hold, looked at again and again while a service runs. */
@NullMarked
package com.byajbook.platform.invariant;

import org.jspecify.annotations.NullMarked;
