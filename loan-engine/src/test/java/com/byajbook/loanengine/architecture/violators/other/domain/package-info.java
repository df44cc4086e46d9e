/** Breaks a rule on purpose. */
@NullMarked
package com.byajbook.loanengine.architecture.violators.other.domain;

import org.jspecify.annotations.NullMarked;
