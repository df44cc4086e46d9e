/** The tables of payments, provider events and discrepancies, each owned by one class. */
@NullMarked
package com.byajbook.paymentflow.payments.persistence;

import org.jspecify.annotations.NullMarked;
