/** Loans, decisions, key fact statements and exposures in PostgreSQL. */
@NullMarked
package com.byajbook.loanengine.underwriting.persistence;

import org.jspecify.annotations.NullMarked;
