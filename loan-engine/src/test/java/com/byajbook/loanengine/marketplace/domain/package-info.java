/** Tests of this package. */
@NullMarked
package com.byajbook.loanengine.marketplace.domain;

import org.jspecify.annotations.NullMarked;
