/** When a bank works: plain Java. */
@NullMarked
package com.byajbook.paymentflow.escrow.domain;

import org.jspecify.annotations.NullMarked;
