/** Listings, commitments, caps and agreements in PostgreSQL. */
@NullMarked
package com.byajbook.loanengine.marketplace.persistence;

import org.jspecify.annotations.NullMarked;
