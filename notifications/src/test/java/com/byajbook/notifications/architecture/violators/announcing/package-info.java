/** What must not be written: proof that the rules bite. */
@NullMarked
package com.byajbook.notifications.architecture.violators.announcing;

import org.jspecify.annotations.NullMarked;
