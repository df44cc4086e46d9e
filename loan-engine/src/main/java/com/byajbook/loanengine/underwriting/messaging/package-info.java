/** The queue that applications arrive on. */
@NullMarked
package com.byajbook.loanengine.underwriting.messaging;

import org.jspecify.annotations.NullMarked;
