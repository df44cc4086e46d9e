/** Tests of what is counted. */
@NullMarked
package com.byajbook.loadtests.load.record;

import org.jspecify.annotations.NullMarked;
