/** Classes that break a rule on purpose. */
@NullMarked
package com.byajbook.platform.architecture.violators.messaging;

import org.jspecify.annotations.NullMarked;
