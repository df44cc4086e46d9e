/** The judge: compares what clients were promised with what the platform did, row by row. */
@NullMarked
package com.byajbook.loadtests.verdict;

import org.jspecify.annotations.NullMarked;
