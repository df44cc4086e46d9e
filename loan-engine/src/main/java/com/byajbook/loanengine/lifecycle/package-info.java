/** Moves a loan from state to state, and tells everybody who wants to know. */
@NullMarked
package com.byajbook.loanengine.lifecycle;

import org.jspecify.annotations.NullMarked;
