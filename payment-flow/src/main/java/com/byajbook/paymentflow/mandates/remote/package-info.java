/** The UPI provider's mandates over HTTP. */
@NullMarked
package com.byajbook.paymentflow.mandates.remote;

import org.jspecify.annotations.NullMarked;
