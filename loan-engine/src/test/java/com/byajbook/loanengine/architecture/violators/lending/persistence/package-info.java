/** Breaks a rule on purpose. */
@NullMarked
package com.byajbook.loanengine.architecture.violators.lending.persistence;

import org.jspecify.annotations.NullMarked;
