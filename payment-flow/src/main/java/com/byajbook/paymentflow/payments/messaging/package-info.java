/** Commands from the broker, turned into calls of use cases. */
@NullMarked
package com.byajbook.paymentflow.payments.messaging;

import org.jspecify.annotations.NullMarked;
