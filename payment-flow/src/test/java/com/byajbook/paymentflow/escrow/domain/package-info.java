/** Tests of when banks work. */
@NullMarked
package com.byajbook.paymentflow.escrow.domain;

import org.jspecify.annotations.NullMarked;
