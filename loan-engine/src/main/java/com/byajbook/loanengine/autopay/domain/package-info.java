/** The rules of notices and attempts: plain Java, no clock, no I/O. */
@NullMarked
package com.byajbook.loanengine.autopay.domain;

import org.jspecify.annotations.NullMarked;
