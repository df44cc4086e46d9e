/** Loops without a server. */
@NullMarked
package com.byajbook.paymentflow.worker;

import org.jspecify.annotations.NullMarked;
