/** The rules of the service's structure, each with a violator that proves that it bites. */
@NullMarked
package com.byajbook.paymentflow.architecture;

import org.jspecify.annotations.NullMarked;
