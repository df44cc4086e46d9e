/** Tests of what a borrower sees of a loan. */
@NullMarked
package com.byajbook.api.loans;

import org.jspecify.annotations.NullMarked;
