/** Tests of this package. */
@NullMarked
package com.byajbook.loanengine.underwriting.usecase;

import org.jspecify.annotations.NullMarked;
