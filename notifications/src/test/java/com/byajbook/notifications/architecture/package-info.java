/** The module's rules, and a deliberate violator for each. */
@NullMarked
package com.byajbook.notifications.architecture;

import org.jspecify.annotations.NullMarked;
