/** Mandates: a payer's leave to collect by ourselves, asked for and given back at the UPI provider. */
@NullMarked
package com.byajbook.paymentflow.mandates;

import org.jspecify.annotations.NullMarked;
