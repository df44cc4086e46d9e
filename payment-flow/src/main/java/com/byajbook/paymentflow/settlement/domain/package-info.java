/** A file's lines beside our payments: plain Java. */
@NullMarked
package com.byajbook.paymentflow.settlement.domain;

import org.jspecify.annotations.NullMarked;
