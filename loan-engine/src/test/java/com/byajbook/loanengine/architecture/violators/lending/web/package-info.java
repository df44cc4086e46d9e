/** Breaks a rule on purpose. */
@NullMarked
package com.byajbook.loanengine.architecture.violators.lending.web;

import org.jspecify.annotations.NullMarked;
