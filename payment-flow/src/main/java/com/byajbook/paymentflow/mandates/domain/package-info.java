/** What a mandate is and what an answer makes of it: plain Java, no clock, no I/O. */
@NullMarked
package com.byajbook.paymentflow.mandates.domain;

import org.jspecify.annotations.NullMarked;
