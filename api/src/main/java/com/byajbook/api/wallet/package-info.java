/** A lender's money that is in no loan: what it is, how it moved, and paying in. */
@NullMarked
package com.byajbook.api.wallet;

import org.jspecify.annotations.NullMarked;
