/** Loans in service on real servers. */
@NullMarked
package com.byajbook.loanengine.servicing.stories;

import org.jspecify.annotations.NullMarked;
