/** A lender's side of loans: what may be chosen, what was promised to it, and what became of that. */
@NullMarked
package com.byajbook.api.lending;

import org.jspecify.annotations.NullMarked;
