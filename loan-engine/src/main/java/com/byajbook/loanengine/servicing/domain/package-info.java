/** The rules of repayments, of lenders' shares in them, and of arrears: plain Java, no clock, no I/O. */
@NullMarked
package com.byajbook.loanengine.servicing.domain;

import org.jspecify.annotations.NullMarked;
