/** What one user may take: a rate with a burst, and so many requests at once; plain Java on times that are handed in. */
@NullMarked
package com.byajbook.platform.overload.fairness;

import org.jspecify.annotations.NullMarked;
