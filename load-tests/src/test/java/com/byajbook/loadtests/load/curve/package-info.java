/** Tests of the curve and its schedule. */
@NullMarked
package com.byajbook.loadtests.load.curve;

import org.jspecify.annotations.NullMarked;
