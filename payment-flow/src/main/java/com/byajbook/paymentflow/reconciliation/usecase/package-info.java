/** Looks whether the books are in order. */
@NullMarked
package com.byajbook.paymentflow.reconciliation.usecase;

import org.jspecify.annotations.NullMarked;
