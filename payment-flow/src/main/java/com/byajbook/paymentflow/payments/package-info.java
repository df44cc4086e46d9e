/** Money in and out over UPI, each payment once; here only its settings and the one place where it is wired. */
@NullMarked
package com.byajbook.paymentflow.payments;

import org.jspecify.annotations.NullMarked;
