/** Who comes in at the edge. */
@NullMarked
package com.byajbook.api.admission;

import org.jspecify.annotations.NullMarked;
