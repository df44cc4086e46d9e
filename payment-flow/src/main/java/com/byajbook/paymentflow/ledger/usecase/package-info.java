/** What can be done with the ledger, and the ports that it needs. */
@NullMarked
package com.byajbook.paymentflow.ledger.usecase;

import org.jspecify.annotations.NullMarked;
