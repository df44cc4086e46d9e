/** What the ledger does by itself. */
@NullMarked
package com.byajbook.paymentflow.ledger.worker;

import org.jspecify.annotations.NullMarked;
