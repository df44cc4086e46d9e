/** Broken on purpose. */
@NullMarked
package com.byajbook.paymentflow.architecture.violators.payments.web;

import org.jspecify.annotations.NullMarked;
