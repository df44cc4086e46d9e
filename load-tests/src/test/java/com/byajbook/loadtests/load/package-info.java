/** Tests of whole runs. */
@NullMarked
package com.byajbook.loadtests.load;

import org.jspecify.annotations.NullMarked;
