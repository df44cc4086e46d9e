/** What operators see of it, as metrics. */
@NullMarked
package com.byajbook.paymentflow.reconciliation.telemetry;

import org.jspecify.annotations.NullMarked;
