/** The rules of mandates, proven. */
@NullMarked
package com.byajbook.paymentflow.mandates.domain;

import org.jspecify.annotations.NullMarked;
