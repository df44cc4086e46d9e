/** The credit bureau over HTTP, and what happens when it is unwell. */
@NullMarked
package com.byajbook.loanengine.underwriting.remote;

import org.jspecify.annotations.NullMarked;
