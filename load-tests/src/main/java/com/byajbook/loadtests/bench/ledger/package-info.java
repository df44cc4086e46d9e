/** How many transfers a second the ledger books, beside what PostgreSQL does by itself one transaction at a time. */
@NullMarked
package com.byajbook.loadtests.bench.ledger;

import org.jspecify.annotations.NullMarked;
