/** What operators see of servicing. */
@NullMarked
package com.byajbook.loanengine.servicing.telemetry;

import org.jspecify.annotations.NullMarked;
