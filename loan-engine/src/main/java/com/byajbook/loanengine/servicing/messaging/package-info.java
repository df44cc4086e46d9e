/** The queue that repayments arrive on. */
@NullMarked
package com.byajbook.loanengine.servicing.messaging;

import org.jspecify.annotations.NullMarked;
