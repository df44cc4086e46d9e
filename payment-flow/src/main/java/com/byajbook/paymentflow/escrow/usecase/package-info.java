/** What lenders and loans ask of the escrow accounts, and the ports that it needs. */
@NullMarked
package com.byajbook.paymentflow.escrow.usecase;

import org.jspecify.annotations.NullMarked;
