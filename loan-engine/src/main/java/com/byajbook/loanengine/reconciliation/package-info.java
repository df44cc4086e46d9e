/** Whether what loans, lenders and borrowers have in the tables agrees with itself. */
@NullMarked
package com.byajbook.loanengine.reconciliation;

import org.jspecify.annotations.NullMarked;
