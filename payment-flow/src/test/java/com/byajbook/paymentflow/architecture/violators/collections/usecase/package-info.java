/** Broken on purpose. */
@NullMarked
package com.byajbook.paymentflow.architecture.violators.collections.usecase;

import org.jspecify.annotations.NullMarked;
