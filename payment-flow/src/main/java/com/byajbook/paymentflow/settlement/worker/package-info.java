/** Reconciles by itself, day after day. */
@NullMarked
package com.byajbook.paymentflow.settlement.worker;

import org.jspecify.annotations.NullMarked;
