/** What operators see of it, as metrics. */
@NullMarked
package com.byajbook.paymentflow.settlement.telemetry;

import org.jspecify.annotations.NullMarked;
