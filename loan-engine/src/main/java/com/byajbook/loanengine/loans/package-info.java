/**
 * What the api may know of a borrower's loans: one, a page, the key fact statement, the schedule. It reads what underwriting
 * wrote, writes nothing, and has no rules, so it is flat.
 */
@NullMarked
package com.byajbook.loanengine.loans;

import org.jspecify.annotations.NullMarked;
