/** The comparison of a file with our payments, without a server. */
@NullMarked
package com.byajbook.paymentflow.settlement.domain;

import org.jspecify.annotations.NullMarked;
