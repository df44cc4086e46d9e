/** Tests of the crowd. */
@NullMarked
package com.byajbook.loadtests.load.traffic;

import org.jspecify.annotations.NullMarked;
