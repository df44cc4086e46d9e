/** The service as a whole, on a real database, a real broker and the partner sandbox. */
@NullMarked
package com.byajbook.paymentflow.stories;

import org.jspecify.annotations.NullMarked;
