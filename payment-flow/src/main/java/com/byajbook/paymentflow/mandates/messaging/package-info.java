/** Commands from the loan engine, turned into calls of use cases. */
@NullMarked
package com.byajbook.paymentflow.mandates.messaging;

import org.jspecify.annotations.NullMarked;
