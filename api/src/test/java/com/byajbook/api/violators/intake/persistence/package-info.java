/** Is reached from where it must not be. */
@NullMarked
package com.byajbook.api.violators.intake.persistence;

import org.jspecify.annotations.NullMarked;
