/** The acceptance point against a scripted store and a virtual clock. */
@NullMarked
package com.byajbook.api.intake.usecase;

import org.jspecify.annotations.NullMarked;
