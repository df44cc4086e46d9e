/** Autopay, its instalments and its attempts in PostgreSQL. */
@NullMarked
package com.byajbook.loanengine.autopay.persistence;

import org.jspecify.annotations.NullMarked;
