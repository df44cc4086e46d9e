/** Broken on purpose. */
@NullMarked
package com.byajbook.paymentflow.architecture.violators.payments.usecase;

import org.jspecify.annotations.NullMarked;
