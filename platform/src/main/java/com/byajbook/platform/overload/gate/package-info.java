/** Gates: the admission policy in front of non-blocking work, one gate a resource, all of them in one registry. */
@NullMarked
package com.byajbook.platform.overload.gate;

import org.jspecify.annotations.NullMarked;
