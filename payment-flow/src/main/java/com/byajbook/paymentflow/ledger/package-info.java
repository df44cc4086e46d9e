/** The double-entry ledger: accounts, balanced transactions, holds and reversals, each done once. */
@NullMarked
package com.byajbook.paymentflow.ledger;

import org.jspecify.annotations.NullMarked;
