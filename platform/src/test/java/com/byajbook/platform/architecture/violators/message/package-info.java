/** Classes that break a rule on purpose. */
@NullMarked
package com.byajbook.platform.architecture.violators.message;

import org.jspecify.annotations.NullMarked;
