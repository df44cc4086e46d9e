/** The rules of autopay, proven. */
@NullMarked
package com.byajbook.loanengine.autopay.domain;

import org.jspecify.annotations.NullMarked;
