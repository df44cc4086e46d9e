/** Loops that do what is due, a bounded round at a time, from the start of the service to its stop. */
@NullMarked
package com.byajbook.loanengine.worker;

import org.jspecify.annotations.NullMarked;
