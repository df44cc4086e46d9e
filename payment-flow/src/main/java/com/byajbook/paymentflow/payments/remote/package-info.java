/** The UPI provider over HTTP, with its deadline and breaker around it. */
@NullMarked
package com.byajbook.paymentflow.payments.remote;

import org.jspecify.annotations.NullMarked;
