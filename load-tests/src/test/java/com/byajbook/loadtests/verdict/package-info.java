/** Whether the judge can say no. */
@NullMarked
package com.byajbook.loadtests.verdict;

import org.jspecify.annotations.NullMarked;
