/** The stories of the product through the public API, on real processes. */
@NullMarked
package com.byajbook.loadtests.e2e;

import org.jspecify.annotations.NullMarked;
