/** Tests of this package. */
@NullMarked
package com.byajbook.loanengine.underwriting.remote;

import org.jspecify.annotations.NullMarked;
