/** The providers' settlement files over HTTP. */
@NullMarked
package com.byajbook.paymentflow.settlement.remote;

import org.jspecify.annotations.NullMarked;
