/** Breaks a rule on purpose. */
@NullMarked
package com.byajbook.loanengine.architecture.violators.lending.domain;

import org.jspecify.annotations.NullMarked;
