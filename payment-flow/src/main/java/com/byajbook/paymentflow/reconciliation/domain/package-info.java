/** What must always hold, and what was found: plain Java, no clock, no I/O. */
@NullMarked
package com.byajbook.paymentflow.reconciliation.domain;

import org.jspecify.annotations.NullMarked;
