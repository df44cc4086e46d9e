/** What operators see of collections, as metrics. */
@NullMarked
package com.byajbook.paymentflow.collections.telemetry;

import org.jspecify.annotations.NullMarked;
