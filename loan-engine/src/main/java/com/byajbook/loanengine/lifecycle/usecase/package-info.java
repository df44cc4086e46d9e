/** Moving loans, for the features that have a reason to. */
@NullMarked
package com.byajbook.loanengine.lifecycle.usecase;

import org.jspecify.annotations.NullMarked;
