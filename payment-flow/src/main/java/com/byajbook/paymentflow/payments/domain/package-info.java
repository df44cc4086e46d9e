/** What a payment is, what can be learned about it and what that makes of it: plain Java, no clock, no I/O. */
@NullMarked
package com.byajbook.paymentflow.payments.domain;

import org.jspecify.annotations.NullMarked;
