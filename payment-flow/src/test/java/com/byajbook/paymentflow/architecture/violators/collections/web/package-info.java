/** Broken on purpose. */
@NullMarked
package com.byajbook.paymentflow.architecture.violators.collections.web;

import org.jspecify.annotations.NullMarked;
