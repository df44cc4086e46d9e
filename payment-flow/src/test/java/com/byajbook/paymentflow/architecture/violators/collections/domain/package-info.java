/** Broken on purpose. */
@NullMarked
package com.byajbook.paymentflow.architecture.violators.collections.domain;

import org.jspecify.annotations.NullMarked;
