/** What operators see of servicing, as metrics. */
@NullMarked
package com.byajbook.loanengine.servicing.telemetry;

import org.jspecify.annotations.NullMarked;
