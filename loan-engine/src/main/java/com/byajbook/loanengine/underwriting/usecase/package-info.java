/** Deciding applications, with the ports that it needs. */
@NullMarked
package com.byajbook.loanengine.underwriting.usecase;

import org.jspecify.annotations.NullMarked;
