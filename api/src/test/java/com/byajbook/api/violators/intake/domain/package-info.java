/** Breaks the rules of the domain. */
@NullMarked
package com.byajbook.api.violators.intake.domain;

import org.jspecify.annotations.NullMarked;
