/** The queue on which the loan engine asks. */
@NullMarked
package com.byajbook.paymentflow.escrow.messaging;

import org.jspecify.annotations.NullMarked;
