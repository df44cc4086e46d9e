/** Breaks a rule on purpose. */
@NullMarked
package com.byajbook.loanengine.architecture.violators.lending.usecase;

import org.jspecify.annotations.NullMarked;
