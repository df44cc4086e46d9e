/** Runs, lines and differences in their tables. */
@NullMarked
package com.byajbook.paymentflow.settlement.persistence;

import org.jspecify.annotations.NullMarked;
