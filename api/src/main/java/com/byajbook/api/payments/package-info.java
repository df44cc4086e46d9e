/** A borrower's payments: starting one, and reading what became of it. */
@NullMarked
package com.byajbook.api.payments;

import org.jspecify.annotations.NullMarked;
