/** The service that takes borrowers' payments from intent to a terminal outcome. */
@NullMarked
package com.byajbook.paymentflow;

import org.jspecify.annotations.NullMarked;
