/** Looks by itself, again and again. */
@NullMarked
package com.byajbook.paymentflow.reconciliation.worker;

import org.jspecify.annotations.NullMarked;
