/** The rules of the ledger, without a server. */
@NullMarked
package com.byajbook.paymentflow.ledger.domain;

import org.jspecify.annotations.NullMarked;
