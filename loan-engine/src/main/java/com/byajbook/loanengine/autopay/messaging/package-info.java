/** What borrowers and payment-flow say about autopay. */
@NullMarked
package com.byajbook.loanengine.autopay.messaging;

import org.jspecify.annotations.NullMarked;
