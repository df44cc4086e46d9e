/** Who comes in at the edge: the class of each call, and what lies on its way. */
@NullMarked
package com.byajbook.api.admission;

import org.jspecify.annotations.NullMarked;
