/** Money in paise, and how people read it. */
@NullMarked
package com.byajbook.platform.money;

import org.jspecify.annotations.NullMarked;
