/** Classes that break a rule of structure on purpose. */
@NullMarked
package com.byajbook.paymentflow.architecture.violators;

import org.jspecify.annotations.NullMarked;
