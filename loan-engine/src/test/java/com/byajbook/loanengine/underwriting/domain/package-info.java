/** Tests of this package. */
@NullMarked
package com.byajbook.loanengine.underwriting.domain;

import org.jspecify.annotations.NullMarked;
