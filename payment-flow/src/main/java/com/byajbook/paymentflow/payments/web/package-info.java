/** What other services may ask about a payment. */
@NullMarked
package com.byajbook.paymentflow.payments.web;

import org.jspecify.annotations.NullMarked;
