/** What operators see of payments, as metrics. */
@NullMarked
package com.byajbook.paymentflow.payments.telemetry;

import org.jspecify.annotations.NullMarked;
