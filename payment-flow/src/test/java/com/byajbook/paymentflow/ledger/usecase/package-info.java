/** The ledger's use cases with stores in memory. */
@NullMarked
package com.byajbook.paymentflow.ledger.usecase;

import org.jspecify.annotations.NullMarked;
