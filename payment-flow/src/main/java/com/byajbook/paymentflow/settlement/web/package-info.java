/** Runs and differences, for operators. */
@NullMarked
package com.byajbook.paymentflow.settlement.web;

import org.jspecify.annotations.NullMarked;
