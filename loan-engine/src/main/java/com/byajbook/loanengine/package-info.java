/** The loan engine: from an application to a decision and an offer. */
@NullMarked
package com.byajbook.loanengine;

import org.jspecify.annotations.NullMarked;
