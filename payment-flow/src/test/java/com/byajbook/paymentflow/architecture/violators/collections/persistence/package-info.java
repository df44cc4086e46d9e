/** Broken on purpose. */
@NullMarked
package com.byajbook.paymentflow.architecture.violators.collections.persistence;

import org.jspecify.annotations.NullMarked;
