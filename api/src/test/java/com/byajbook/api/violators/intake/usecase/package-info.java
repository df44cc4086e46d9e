/** Breaks the rules of the use cases. */
@NullMarked
package com.byajbook.api.violators.intake.usecase;

import org.jspecify.annotations.NullMarked;
