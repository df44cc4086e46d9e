/** The credit bureau: a report that depends on nothing but the borrower, unless it is overridden. */
@NullMarked
package com.byajbook.localstack.sandbox.bureau;

import org.jspecify.annotations.NullMarked;
