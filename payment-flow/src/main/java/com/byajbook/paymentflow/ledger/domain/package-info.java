/** The rules of double entry: accounts, balanced transactions and holds. Plain Java, no clock, no I/O. */
@NullMarked
package com.byajbook.paymentflow.ledger.domain;

import org.jspecify.annotations.NullMarked;
