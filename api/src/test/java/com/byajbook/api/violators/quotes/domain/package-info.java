/** Breaks the rule that flat features stay flat. */
@NullMarked
package com.byajbook.api.violators.quotes.domain;

import org.jspecify.annotations.NullMarked;
