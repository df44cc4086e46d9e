/** One class a thing that happens to a payment, with the ports that it needs beside it. */
@NullMarked
package com.byajbook.paymentflow.payments.usecase;

import org.jspecify.annotations.NullMarked;
