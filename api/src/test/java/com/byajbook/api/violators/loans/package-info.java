/** Is the other half of a cycle, and does everything that a feature must not. */
@NullMarked
package com.byajbook.api.violators.loans;

import org.jspecify.annotations.NullMarked;
