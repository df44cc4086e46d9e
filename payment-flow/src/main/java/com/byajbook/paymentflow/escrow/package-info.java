/** What the two escrow accounts do for lenders and loans: wallets, holds, funding, disbursal, distribution, and leaving in time. */
@NullMarked
package com.byajbook.paymentflow.escrow;

import org.jspecify.annotations.NullMarked;
