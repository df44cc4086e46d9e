/** What operators see of the escrow accounts, as metrics. */
@NullMarked
package com.byajbook.paymentflow.escrow.telemetry;

import org.jspecify.annotations.NullMarked;
