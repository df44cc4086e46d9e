/** The loop that asks the provider. */
@NullMarked
package com.byajbook.paymentflow.mandates.worker;

import org.jspecify.annotations.NullMarked;
