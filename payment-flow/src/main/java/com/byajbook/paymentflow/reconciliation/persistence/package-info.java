/** Asks the tables. */
@NullMarked
package com.byajbook.paymentflow.reconciliation.persistence;

import org.jspecify.annotations.NullMarked;
