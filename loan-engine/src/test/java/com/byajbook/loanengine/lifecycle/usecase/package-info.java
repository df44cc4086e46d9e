/** Tests of this package. */
@NullMarked
package com.byajbook.loanengine.lifecycle.usecase;

import org.jspecify.annotations.NullMarked;
