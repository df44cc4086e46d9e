/** Whether the books agree with themselves. */
@NullMarked
package com.byajbook.paymentflow.reconciliation;

import org.jspecify.annotations.NullMarked;
