/** Wallets over HTTP, and transfers for load tests alone. */
@NullMarked
package com.byajbook.paymentflow.ledger.web;

import org.jspecify.annotations.NullMarked;
