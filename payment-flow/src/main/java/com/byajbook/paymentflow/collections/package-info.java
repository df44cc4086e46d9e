/** Collecting a payment from a borrower over UPI; here only its settings and the one place where it is wired. */
@NullMarked
package com.byajbook.paymentflow.collections;

import org.jspecify.annotations.NullMarked;
