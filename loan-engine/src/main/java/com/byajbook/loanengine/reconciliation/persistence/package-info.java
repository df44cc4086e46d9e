/** Asks the tables, a bounded part of them at a time. */
@NullMarked
package com.byajbook.loanengine.reconciliation.persistence;

import org.jspecify.annotations.NullMarked;
