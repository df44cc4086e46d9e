/** Broken on purpose. */
@NullMarked
package com.byajbook.paymentflow.architecture.violators.payments.domain;

import org.jspecify.annotations.NullMarked;
