/** Is half of a cycle. */
@NullMarked
package com.byajbook.api.violators.accounts;

import org.jspecify.annotations.NullMarked;
