/** Accounts, instalments, shares, statements and day-ends in PostgreSQL. */
@NullMarked
package com.byajbook.loanengine.servicing.persistence;

import org.jspecify.annotations.NullMarked;
