/** What was found, for operators. */
@NullMarked
package com.byajbook.paymentflow.reconciliation.web;

import org.jspecify.annotations.NullMarked;
