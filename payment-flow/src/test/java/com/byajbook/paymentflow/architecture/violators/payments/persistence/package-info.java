/** Broken on purpose. */
@NullMarked
package com.byajbook.paymentflow.architecture.violators.payments.persistence;

import org.jspecify.annotations.NullMarked;
