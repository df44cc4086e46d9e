/** Mandates in PostgreSQL. */
@NullMarked
package com.byajbook.paymentflow.mandates.persistence;

import org.jspecify.annotations.NullMarked;
