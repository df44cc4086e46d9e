/** What a loan would cost, before anybody applies. */
@NullMarked
package com.byajbook.api.quotes;

import org.jspecify.annotations.NullMarked;
