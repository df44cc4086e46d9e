/** The ledger's tables. */
@NullMarked
package com.byajbook.paymentflow.ledger.persistence;

import org.jspecify.annotations.NullMarked;
