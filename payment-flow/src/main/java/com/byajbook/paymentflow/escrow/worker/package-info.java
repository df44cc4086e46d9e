/** What leaves the escrow accounts by itself, in time. */
@NullMarked
package com.byajbook.paymentflow.escrow.worker;

import org.jspecify.annotations.NullMarked;
