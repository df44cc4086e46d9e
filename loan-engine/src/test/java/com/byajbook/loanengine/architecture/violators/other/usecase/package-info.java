/** Breaks a rule on purpose. */
@NullMarked
package com.byajbook.loanengine.architecture.violators.other.usecase;

import org.jspecify.annotations.NullMarked;
