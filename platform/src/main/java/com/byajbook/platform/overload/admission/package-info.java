/** Who may use a resource of known width, and who is told to come back when: plain Java on times that are handed in. */
@NullMarked
package com.byajbook.platform.overload.admission;

import org.jspecify.annotations.NullMarked;
