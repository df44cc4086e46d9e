/** Reads the files, finds the differences and settles them. */
@NullMarked
package com.byajbook.paymentflow.settlement.usecase;

import org.jspecify.annotations.NullMarked;
