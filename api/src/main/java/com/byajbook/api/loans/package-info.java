/** A borrower's loans: applying, and reading what became of it. */
@NullMarked
package com.byajbook.api.loans;

import org.jspecify.annotations.NullMarked;
